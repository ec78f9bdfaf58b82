// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/* eslint-disable jest/no-export -- a suite to be called from the test file of each registry */
import { eventually } from './eventually';
import { failureOf } from './failureOf';
import type { SchemaText } from '../registry/types';
import {
  type ContractOptions,
  ownNames,
  type RegistrySubject,
} from './subject';

const record = (name: string, ...fields: object[]): SchemaText => ({
  format: 'AVRO',
  schema: JSON.stringify({ type: 'record', name, fields }),
});
const ID = { name: 'id', type: 'string' };
const OPTIONAL = { name: 'note', type: ['null', 'string'], default: null };
const REQUIRED = { name: 'total', type: 'long' };

const parsed = ({ schema }: SchemaText) => JSON.parse(schema);

/** What every registry has to do through the adapter. */
export function schemaRegistryContract(
  options: ContractOptions<RegistrySubject>,
) {
  const differs = new Set(options.differences);
  const nextName = ownNames('subject');
  const registry = () => options.subject().registry;
  const one = record('Order', ID);
  const two = record('Order', ID, OPTIONAL);
  const incompatible = record('Order', ID, REQUIRED);

  describe('subjects', () => {
    it('take schemas, and give them back by version, number and text', async () => {
      const subject = nextName();
      const first = await registry().register(subject, one);
      const second = await registry().register(subject, two);
      expect(await registry().register(subject, two)).toEqual(second);
      expect(second.id).not.toBe(first.id);

      await eventually(async () =>
        expect(await registry().listSubjects()).toContain(subject),
      );
      expect(await registry().listVersions(subject)).toEqual([1, 2]);
      const latest = await registry().getVersion(subject, 'latest');
      expect(latest).toMatchObject({
        subject,
        version: 2,
        id: second.id,
        format: 'AVRO',
        references: [],
      });
      expect(parsed(latest)).toEqual(parsed(two));
      expect(parsed(await registry().getVersion(subject, 1))).toEqual(
        parsed(one),
      );
      expect(parsed(await registry().getSchema(first.id))).toEqual(parsed(one));
      expect(await registry().findVersion(subject, one)).toMatchObject({
        version: 1,
        id: first.id,
      });
      expect(
        await registry().findVersion(subject, record('Order', REQUIRED)),
      ).toBeUndefined();
    });

    it('may have names that need escaping', async () => {
      const subject = `${nextName()}/a b?c#d%`;
      await registry().register(subject, one);
      await eventually(async () =>
        expect(await registry().listSubjects()).toContain(subject),
      );
      expect(await registry().listVersions(subject)).toEqual([1]);
    });

    it('take JSON schemas and Protobuf, and references', async () => {
      const json: SchemaText = {
        format: 'JSON',
        schema: '{"type":"object","properties":{"id":{"type":"string"}}}',
      };
      const proto: SchemaText = {
        format: 'PROTOBUF',
        schema: 'syntax = "proto3";\nmessage Order {\n  string id = 1;\n}\n',
      };
      for (const schema of [json, proto]) {
        const subject = nextName();
        await registry().register(subject, schema);
        expect((await registry().getVersion(subject, 1)).format).toBe(
          schema.format,
        );
      }
      const [part, whole] = [nextName(), nextName()];
      await registry().register(part, record('Part', ID));
      const references = [{ name: 'Part', subject: part, version: 1 }];
      await registry().register(whole, {
        ...record('Whole', { name: 'part', type: 'Part' }),
        references,
      });
      expect((await registry().getVersion(whole, 1)).references).toEqual(
        references,
      );
    });

    it('that are missing are named', async () => {
      const subject = nextName();
      for (const call of [
        registry().listVersions(subject),
        registry().getVersion(subject, 'latest'),
        registry().deleteSubject(subject),
      ]) {
        const failure = await failureOf(call);
        expect(failure.code).toBe('registry-subject-not-found');
        expect(failure.message).toContain(`"${subject}"`);
      }
      expect(await registry().findVersion(subject, one)).toBeUndefined();
      await registry().register(subject, one);
      expect((await failureOf(registry().getVersion(subject, 7))).code).toBe(
        'registry-version-not-found',
      );
      expect((await failureOf(registry().getSchema(2_000_000_000))).code).toBe(
        'registry-schema-not-found',
      );
    });

    it('refuse what is no schema', async () => {
      const bad: SchemaText = { format: 'AVRO', schema: '{"type":"nonsense"}' };
      expect((await failureOf(registry().register(nextName(), bad))).code).toBe(
        'registry-schema-invalid',
      );
    });
  });

  describe('compatibility', () => {
    it('is checked as registering does, with reasons', async () => {
      const subject = nextName();
      expect(await registry().checkCompatibility(subject, one)).toEqual({
        compatible: true,
        reasons: [],
      });
      await registry().register(subject, one);
      expect(await registry().checkCompatibility(subject, two)).toEqual({
        compatible: true,
        reasons: [],
      });
      const verdict = await registry().checkCompatibility(
        subject,
        incompatible,
      );
      expect(verdict.compatible).toBe(false);
      const hasReasons = verdict.reasons.some(reason =>
        reason.includes('total'),
      );
      expect(hasReasons).toBe(!differs.has('no-reasons'));
      const failure = await failureOf(
        registry().register(subject, incompatible),
      );
      expect(failure.code).toBe('registry-schema-incompatible');
      expect(await registry().listVersions(subject)).toEqual([1]);
    });

    it('has a level for all and one of each subject', async () => {
      const unset = differs.has('level-none-when-unset') ? 'NONE' : undefined;
      const subject = nextName();
      await registry().register(subject, one);
      expect(await registry().getCompatibility()).toBe('BACKWARD');
      expect(await registry().getCompatibility(subject)).toBe(unset);
      await registry().setCompatibility('NONE', subject);
      await eventually(async () =>
        expect(await registry().getCompatibility(subject)).toBe('NONE'),
      );
      await registry().register(subject, incompatible);
      await registry().removeCompatibility(subject);
      await eventually(async () =>
        expect(await registry().getCompatibility(subject)).toBe(unset),
      );
      await registry().removeCompatibility(subject); // once more changes nothing
      expect(await registry().getCompatibility()).toBe('BACKWARD');
    });

    it('is looked at over all versions where the level says so', async () => {
      const subject = nextName();
      await registry().register(subject, record('Order', ID, OPTIONAL));
      await registry().register(subject, record('Order', ID));
      const changed = record('Order', ID, {
        name: 'note',
        type: ['null', 'long'],
        default: null,
      });
      expect(
        (await registry().checkCompatibility(subject, changed)).compatible,
      ).toBe(true);
      await registry().setCompatibility('BACKWARD_TRANSITIVE', subject);
      await eventually(async () =>
        expect(
          (
            await registry().checkCompatibility(subject, changed)
          ).compatible,
        ).toBe(false),
      );
    });
  });

  describe('deleting', () => {
    it('is soft first, can be seen and undone, and then for good', async () => {
      const subject = nextName();
      await registry().register(subject, one);
      await registry().register(subject, two);
      expect(
        (
          await failureOf(
            registry().deleteSubject(subject, { permanent: true }),
          )
        ).code,
      ).toBe('registry-not-soft-deleted');
      expect((await registry().deleteSubject(subject)).sort()).toEqual([1, 2]);
      expect(await registry().listSubjects()).not.toContain(subject);
      expect(await registry().listSubjects({ deleted: true })).toContain(
        subject,
      );
      await registry().deleteSubject(subject, { permanent: true });
      expect(await registry().listSubjects({ deleted: true })).not.toContain(
        subject,
      );
    });

    it('of a version leaves the others', async () => {
      const subject = nextName();
      await registry().register(subject, one);
      await registry().register(subject, two);
      await registry().deleteVersion(subject, 1);
      expect(await registry().listVersions(subject)).toEqual([2]);
      expect(await registry().listVersions(subject, { deleted: true })).toEqual(
        [1, 2],
      );
      await registry().deleteVersion(subject, 1, { permanent: true });
      expect(await registry().listVersions(subject, { deleted: true })).toEqual(
        [2],
      );
      expect((await failureOf(registry().deleteVersion(subject, 9))).code).toBe(
        'registry-version-not-found',
      );
    });
  });

  describe('the mode', () => {
    it('says whether schemas are taken', async () => {
      expect(await registry().getMode()).toBe('READWRITE');
      const subject = nextName();
      const idle = differs.has('modes-not-enforced');
      expect(await registry().getMode(subject)).toBe(
        idle ? 'READWRITE' : undefined,
      );
      await registry().setMode('READONLY', subject);
      expect(await registry().getMode(subject)).toBe('READONLY');
      expect(await registry().getMode()).toBe('READWRITE');
      const answer = await registry()
        .register(subject, one)
        .then(
          () => 'taken',
          error => error.code,
        );
      expect(answer).toBe(idle ? 'taken' : 'registry-read-only');
      await registry().setMode('READWRITE', subject);
      await registry().register(subject, one);
    });
  });
}
