// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { parse } from 'yaml';
import { cliError } from '../errors';

/** What one case gives a template, and whether that may be refused. */
export interface TemplateCase {
  /** Name of its file, without `.yaml`. */
  name: string;
  path: string;
  /** Where the golden file lies. */
  goldenPath: string;
  /** Undefined where there is none yet. */
  golden?: string;
  /** Person, as an entity ref; whoever the token is of if left out. */
  as?: string;
  /** As the form sends them, defaults written out. */
  values: Record<string, unknown>;
}

/** A template on this machine. */
export interface LocalTemplate {
  folder: string;
  entity: {
    metadata: { name: string };
    spec: {
      steps: { id?: string; action: string }[];
      output?: Record<string, unknown>;
    };
  };
  /** Everything beside the template that its steps may fetch, by its path from the folder. */
  files: { path: string; base64Content: string }[];
  cases: TemplateCase[];
}

const TEMPLATE = 'template.yaml';
const TESTS = 'tests';
const CASE = /\.yaml$/;
/** Behind the name of a case. */
const GOLDEN = '.golden.diff';

/**
 * Reads the template of a folder, or those of the folders in it.
 *
 * @throws InputError `cli-template-missing`, `cli-template-invalid`, `cli-file-unreadable`
 */
export async function readTemplates(folder: string): Promise<LocalTemplate[]> {
  const entries = await orRefuse(folder, () =>
    readdir(folder, { withFileTypes: true }),
  );
  if (entries.some(({ name }) => name === TEMPLATE)) {
    return [await readTemplate(folder)];
  }
  const templates: LocalTemplate[] = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (!entry.isDirectory()) continue;
    const names = await readdir(join(folder, entry.name));
    if (names.includes(TEMPLATE)) {
      templates.push(await readTemplate(join(folder, entry.name)));
    }
  }
  if (templates.length === 0) {
    throw cliError('cli-template-missing', { path: folder });
  }
  return templates;
}

async function readTemplate(folder: string): Promise<LocalTemplate> {
  const path = join(folder, TEMPLATE);
  const entity = readYaml(await read(path), path, 'a template') as
    | LocalTemplate['entity']
    | undefined;
  if (!entity?.metadata?.name || !Array.isArray(entity.spec?.steps)) {
    throw cliError('cli-template-invalid', {
      path,
      what: 'a template',
      reason: 'it has no metadata.name or no spec.steps',
    });
  }
  const all = await readdir(folder, { recursive: true, withFileTypes: true });
  const files: LocalTemplate['files'] = [];
  const cases: TemplateCase[] = [];
  for (const entry of all.filter(each => each.isFile())) {
    const file = join(entry.parentPath, entry.name);
    const parts = file.slice(folder.length + 1).split(sep);
    if (parts[0] !== TESTS) {
      const bytes = await readFile(file);
      files.push({
        path: parts.join('/'),
        base64Content: bytes.toString('base64'),
      });
    } else if (parts.length === 2 && CASE.test(entry.name)) {
      cases.push(await readCase(file));
    }
  }
  cases.sort((a, b) => (a.name < b.name ? -1 : 1));
  return { folder, entity, files, cases };
}

const KEYS = ['as', 'values'];

async function readCase(path: string): Promise<TemplateCase> {
  const refuse = (reason: string) =>
    cliError('cli-template-invalid', { path, what: 'a case', reason });
  const given = (readYaml(await read(path), path, 'a case') ?? {}) as Record<
    string,
    unknown
  >;
  const foreign = Object.keys(given).find(key => !KEYS.includes(key));
  if (foreign !== undefined) {
    throw refuse(`it has "${foreign}", and there are ${KEYS.join(', ')}`);
  }
  const { as, values } = given;
  if (as !== undefined && !/^user:[^/]+\/[^/]+$/.test(String(as))) {
    throw refuse(`"${as}" is no person, write as: user:default/pia`);
  }
  if (typeof values !== 'object' || !values || Array.isArray(values)) {
    throw refuse('it has no values');
  }
  const goldenPath = path.replace(CASE, GOLDEN);
  const golden = await readFile(goldenPath, 'utf8').catch(() => undefined);
  return {
    name: path.slice(path.lastIndexOf(sep) + 1).replace(CASE, ''),
    path,
    goldenPath,
    golden,
    as: as as string | undefined,
    values: values as Record<string, unknown>,
  };
}

function readYaml(text: string, path: string, what: string): unknown {
  try {
    return parse(text);
  } catch (error) {
    const [reason] = (error as Error).message.split('\n');
    throw cliError('cli-template-invalid', { path, what, reason });
  }
}

function read(path: string): Promise<string> {
  return orRefuse(path, () => readFile(path, 'utf8'));
}

async function orRefuse<T>(path: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    if (reason === 'ENOTDIR') throw cliError('cli-template-missing', { path });
    throw cliError('cli-file-unreadable', { path, reason });
  }
}
