// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// People and programs rely on codes: they are spelled alike, mean one thing, and are documented as they are.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { root } from './lib/demo.mjs';
import {
  columnsOf,
  COMMAND,
  DOCUMENT,
  errorsDocument,
  readCatalogues,
  rowOf,
} from './lib/errors-document.mjs';

const catalogues = readCatalogues();

for (const { file, errors } of catalogues) {
  describe(file, () => {
    it('declares its errors in a catalogue', () => {
      assert.notEqual(errors.length, 0);
    });

    for (const { code, status, message, cause } of errors) {
      it(`${code} is kebab-case, of a class with a status, and says something`, () => {
        assert.match(code, /^[a-z][a-z0-9]*(-[a-z0-9]+)+$/);
        assert.ok(status, `${code} has a class of @backstage/errors`);
        assert.notEqual(message.trim(), '');
        // The words of another part say nothing to a reader of the document.
        if (/^\{\w+\}$/.test(message)) assert.ok(cause, `${code} has a cause`);
      });
    }
  });
}

describe('the codes of all packages', () => {
  it('mean one status each', () => {
    const all = catalogues.flatMap(({ errors }) => errors);
    for (const { code, status } of all) {
      const statuses = all.filter(other => other.code === code);
      assert.deepEqual(
        statuses.map(other => other.status),
        statuses.map(() => status),
        code,
      );
    }
  });
});

describe(DOCUMENT, () => {
  const text = fs.readFileSync(path.join(root, DOCUMENT), 'utf8');
  const rows = text.split('\n').filter(line => line.startsWith('| `'));

  it('says code, status and message of every error as the catalogues do', () => {
    const expected = catalogues.flatMap(({ errors }) =>
      errors.map(error => rowOf(error, columnsOf(errors))),
    );
    assert.deepEqual(rows, expected, `Run ${COMMAND}`);
  });

  it('is what the catalogues make', () => {
    assert.equal(text, errorsDocument(catalogues), `Run ${COMMAND}`);
  });
});
