// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join, sep } from 'node:path';
import {
  findInvisible,
  inspectTerragruntUnit,
  isIacError,
  type ModuleCatalog,
  findModule,
  type HclFile,
  parseHcl,
  parseModuleCatalog,
} from '@fairway/iac';
import { LineCounter, parseAllDocuments } from 'yaml';
import { cliError } from '../errors';
import { EXIT } from '../exit';
import { formatOf, readText } from './file';
import { repeatedNames } from './repeatedNames';

/** Options of `iac validate`, as commander hands them over. */
export interface ValidateOptions {
  /** `iac-catalog.yaml` of the modules repository. */
  catalog?: string;
  /** Source of the modules repository, without folder and version. */
  modules?: string;
  strict?: boolean;
  json?: boolean;
}

/** What is wrong in a file; line and column from 1. */
interface Finding {
  path: string;
  line: number;
  column: number;
  severity: 'error' | 'warning';
  rule: string;
  message: string;
}

const UNIT = 'terragrunt.hcl';
const CATALOG = 'iac-catalog.yaml';

/** Checks files and folders without running anything of them. Ends with 1 where there is an error. */
export async function validateFiles(
  paths: string[],
  options: ValidateOptions,
): Promise<number> {
  const catalog = options.catalog && (await readCatalog(options.catalog));
  const files = (await Promise.all(paths.map(filesOf))).flat();
  const findings: Finding[] = [];
  for (const path of files) {
    const text = await readText(path);
    findings.push(...(await checkFile(path, text)));
    if (catalog && options.modules && basename(path) === UNIT) {
      findings.push(
        ...(await checkVersion(path, text, {
          catalog,
          modulesSource: options.modules,
        })),
      );
    }
  }
  const errors = findings.filter(({ severity }) => severity === 'error');
  const warnings = findings.length - errors.length;
  process.stdout.write(
    options.json
      ? `${JSON.stringify({ files: files.length, findings }, undefined, 2)}\n`
      : `${findings.map(lineOf).join('')}${files.length} files, ${
          errors.length
        } errors, ${warnings} warnings\n`,
  );
  const failing = options.strict ? findings.length : errors.length;
  return failing > 0 ? EXIT.refused : EXIT.ok;
}

/** A file that is named is checked whatever it is; in a folder those of which the format is known. */
async function filesOf(path: string): Promise<string[]> {
  const info = await stat(path).catch(error => {
    throw cliError('cli-file-unreadable', { path, reason: error.code });
  });
  if (!info.isDirectory()) {
    if (!formatOf(path)) throw cliError('cli-format-unknown', { path });
    return [path];
  }
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries
    .filter(entry => entry.isFile() && formatOf(entry.name))
    .map(entry => join(entry.parentPath, entry.name))
    .filter(
      file =>
        !/(^|[\\/])(\.git|\.terra\w+(-cache)?|node_modules)[\\/]/.test(file),
    )
    .sort();
}

async function checkFile(path: string, text: string): Promise<Finding[]> {
  const error = (
    rule: string,
    place: { line?: number; column?: number },
    message: string,
  ): Finding => ({
    path,
    line: place.line ?? 1,
    column: place.column ?? 1,
    severity: 'error',
    rule,
    message,
  });
  const hidden = findInvisible(text);
  const invisible = hidden
    ? [
        error(
          'invisible-character',
          hidden,
          `The character ${hidden.character} cannot be seen. Take it out`,
        ),
      ]
    : [];
  if (formatOf(path) === 'yaml') {
    if (basename(path) === CATALOG) {
      const { problems } = parseModuleCatalog(text);
      return [
        ...invisible,
        ...problems.map(each =>
          error(
            'module-catalog',
            each,
            each.path ? `${each.path}: ${each.message}` : each.message,
          ),
        ),
      ];
    }
    return [
      ...invisible,
      ...yamlProblems(text).map(each => error('syntax', each, each.message)),
    ];
  }
  let file: HclFile;
  try {
    file = await parseHcl(text);
  } catch (problem) {
    if (!isIacError(problem)) throw problem;
    return [...invisible, error('syntax', problem as object, problem.message)];
  }
  const repeated = repeatedNames(file.body).map(({ name, range }) =>
    error('duplicate', range, `"${name}" is there twice. Keep one`),
  );
  if (basename(path) !== UNIT) return [...invisible, ...repeated];
  const { findings } = await inspectTerragruntUnit(text, {
    folder: folderOf(path),
  });
  return [
    ...invisible,
    ...repeated,
    // What a portal cannot read without running it may be right all the same.
    ...findings
      .filter(({ code }) => code !== 'duplicate')
      .map(
        ({ code, line, column, message }): Finding => ({
          path,
          line,
          column,
          severity: 'warning',
          rule: code,
          message,
        }),
      ),
  ];
}

function yamlProblems(text: string) {
  const lineCounter = new LineCounter();
  const documents = parseAllDocuments(text, {
    lineCounter,
    prettyErrors: false,
  });
  const all = Array.isArray(documents) ? documents : [];
  return all
    .flatMap(({ errors }) => errors)
    .map(({ pos, message }) => {
      const { line, col } = lineCounter.linePos(pos[0]);
      return { line, column: col, message };
    });
}

async function readCatalog(path: string): Promise<ModuleCatalog> {
  const catalog = parseModuleCatalog(await readText(path));
  const [problem] = catalog.problems;
  if (!problem) return catalog;
  throw cliError('cli-file-invalid', {
    path,
    place: `${problem.line}:${problem.column}:`,
    reason: `${problem.path}: ${problem.message}`,
  });
}

async function checkVersion(
  path: string,
  text: string,
  options: { catalog: ModuleCatalog; modulesSource: string },
): Promise<Finding[]> {
  const { catalog, modulesSource } = options;
  const facts = await inspectTerragruntUnit(text, { folder: folderOf(path) });
  if (facts.source === undefined) return [];
  try {
    findModule(catalog, { source: facts.source, modulesSource });
    return [];
  } catch (problem) {
    if (!isIacError(problem)) throw problem;
    const line =
      text.split('\n').findIndex(each => /^\s*source\s*=/.test(each)) + 1;
    return [
      {
        path,
        line: Math.max(1, line),
        column: 1,
        severity: 'error',
        rule: problem.code,
        message: problem.message,
      },
    ];
  }
}

/** As a path from a repository's root: what lies above the place where the command runs is not looked at. */
function folderOf(path: string): string {
  const folder = dirname(path)
    .split(sep)
    .filter(part => !['', '.', '..'].includes(part));
  return folder.join('/') || '.';
}

function lineOf({ path, line, column, severity, rule, message }: Finding) {
  const mark = severity === 'warning' ? 'warning: ' : '';
  return `${path}:${line}:${column}: ${mark}${message} (${rule})\n`;
}
