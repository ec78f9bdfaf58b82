// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { rm, writeFile } from 'node:fs/promises';
import { cliError } from '../errors';
import { EXIT } from '../exit';
import { dryRun } from './dryRun';
import { difference, goldenOf } from './golden';
import { People } from './people';
import {
  type LocalTemplate,
  readTemplates,
  type TemplateCase,
} from './readTemplates';

/** Options of `template test`, as commander hands them over. */
export interface TestTemplatesOptions {
  url?: string;
  token?: string;
  personas?: boolean;
  /** Leave the cases of other people out, instead of counting them as not run. */
  mine?: boolean;
  /** Write what came instead of comparing it. */
  update?: boolean;
  json?: boolean;
}

/** How a case ended. */
interface CaseResult {
  template: string;
  case: string;
  state: 'passed' | 'failed' | 'written' | 'not-run';
  /** Why, for people. */
  detail?: string[];
}

/** Runs the cases of templates dry and compares what they would change with what is kept. */
export async function testTemplates(
  folder: string,
  options: TestTemplatesOptions,
): Promise<number> {
  const { url } = options;
  if (!url) {
    throw cliError('cli-portal-missing', {
      what: 'address',
      option: '--url http://localhost:7007',
      variable: 'FAIRWAY_URL',
    });
  }
  const templates = await readTemplates(folder);
  const people = People.create({ ...options, url });
  const results: CaseResult[] = [];
  const add = (result: CaseResult) => {
    results.push(result);
    if (!options.json) process.stdout.write(lineOf(result));
  };
  for (const template of templates) {
    const { name } = template.entity.metadata;
    if (template.cases.length === 0 && !options.mine) {
      add({
        template: name,
        case: '(none)',
        state: 'not-run',
        detail: ['it has no tests/<case>.yaml'],
      });
    }
    for (const each of template.cases) {
      const pass = await people.passOf(each.as);
      if ('token' in pass) {
        const { token } = pass;
        const result = await runCase(template, each, {
          ...options,
          url,
          token,
        });
        add({ template: name, case: each.name, ...result });
      } else if (!options.mine) {
        const detail = [pass.because];
        add({ template: name, case: each.name, state: 'not-run', detail });
      }
    }
  }
  if (
    results.every(({ state }) => state === 'not-run') &&
    (options.mine || templates.every(({ cases }) => cases.length === 0))
  ) {
    throw cliError('cli-no-cases', { path: folder });
  }
  const count = (state: CaseResult['state']) =>
    results.filter(result => result.state === state).length;
  const counts = {
    passed: count('passed'),
    failed: count('failed'),
    written: count('written'),
    notRun: count('not-run'),
  };
  process.stdout.write(
    options.json
      ? `${JSON.stringify({ ...counts, cases: results }, undefined, 2)}\n`
      : `\n${counts.passed} passed, ${counts.failed} failed, ${
          counts.notRun
        } not run${options.update ? `, ${counts.written} written` : ''}\n`,
  );
  // Nothing passes by not being run.
  return counts.failed + counts.notRun > 0 ? EXIT.refused : EXIT.ok;
}

async function runCase(
  template: LocalTemplate,
  given: TemplateCase,
  options: { url: string; token: string; update?: boolean },
): Promise<Pick<CaseResult, 'state' | 'detail'>> {
  const { url, token, update } = options;
  const run = await dryRun(template, { url, token, values: given.values });
  if (run.state === 'broken') {
    return { state: 'failed', detail: run.message.split('\n') };
  }
  const actual = goldenOf(run);
  if (actual === given.golden) return { state: 'passed' };
  if (update) {
    await writeGolden(given.goldenPath, actual);
    return { state: 'written', detail: [given.goldenPath] };
  }
  return given.golden === undefined
    ? {
        state: 'failed',
        detail: [
          `there is no ${given.goldenPath} yet: look at this, and keep it with --update`,
          ...actual.trimEnd().split('\n'),
        ],
      }
    : { state: 'failed', detail: difference(given.golden, actual) };
}

async function writeGolden(path: string, text: string): Promise<void> {
  try {
    await writeFile(path, text);
  } catch (error) {
    await rm(path, { force: true });
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    throw cliError('cli-file-unwritable', { path, reason });
  }
}

const WORDS: Record<CaseResult['state'], string> = {
  passed: 'ok',
  failed: 'FAILED',
  written: 'written',
  'not-run': 'not run',
};

function lineOf({ template, case: name, state, detail = [] }: CaseResult) {
  const lines = detail.map(line => `          ${line}\n`).join('');
  return `${WORDS[state].padEnd(8)}  ${template}/${name}\n${lines}`;
}
