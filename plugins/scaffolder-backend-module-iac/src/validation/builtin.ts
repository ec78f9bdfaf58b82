// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// Rules that need no engine: what can be told from the text alone, without running anything.
import {
  type HclAttribute,
  type HclBody,
  type HclExpression,
  type HclFile,
  isIacError,
  parseHcl,
  resolveVersions,
  secretLiterals,
} from '@fairway/iac';
import { parseAllDocuments } from 'yaml';
import type { CheckedFile, Finding } from './types';

const UNIT_NAME = /^[a-z][a-z0-9-]{0,62}$/;
const PINNED = /^v?\d+(\.\d+){1,2}([-+][0-9A-Za-z.+-]+)?$|^[0-9a-f]{40}$/;
const SECRET_NAME =
  /(^|_)(password|passwd|secret|token|api_key|private_key|secret_key|access_key)$/i;
/** Where a secret is kept, rather than the secret. */
const SECRET_PLACE =
  /^(arn:|vault:|ssm:|secretsmanager:|projects\/|\/|https:\/\/)/;

type Report = (
  rule: string,
  line: number,
  message: string,
  severity?: Finding['severity'],
) => void;

/**
 * The built-in rules: `syntax`, `naming`, `required-tags`, `unpinned-source`, `secret-literal`.
 *
 * @param options - `requiredTags` are keys that `inputs.tags` of every unit has to have
 */
export async function checkBuiltin(
  files: CheckedFile[],
  options: { requiredTags: string[] },
): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const file of files) {
    const { path } = file;
    const report: Report = (rule, line, message, severity = 'error') =>
      findings.push({
        ...{ engine: 'builtin' as const, rule, severity, path, line, message },
      });
    for (const { what, line } of secretLiterals(file.content)) {
      report(
        'secret-literal',
        line,
        `This looks like ${what}. Keep it in the secret store, and give a reference.`,
      );
    }
    checkName(path, report);
    if (/\.ya?ml$/.test(path)) checkYaml(file, report);
    if (/\.(hcl|tf)$/.test(path)) {
      await checkHcl(file, { ...options, files, report });
    }
  }
  return findings;
}

function checkName(path: string, report: Report): void {
  const segments = path.split('/');
  const name = segments.at(-2);
  if (segments.at(-1) !== 'terragrunt.hcl' || name === undefined) return;
  if (!UNIT_NAME.test(name)) {
    report(
      'naming',
      1,
      `The folder "${name}" is no name for a unit: a to z, 0 to 9 and "-", beginning with a letter, at most 63 characters.`,
    );
  }
}

function checkYaml({ content }: CheckedFile, report: Report): void {
  for (const document of parseAllDocuments(content)) {
    if (!('errors' in document)) continue;
    for (const error of document.errors) {
      const [{ line }] = error.linePos ?? [{ line: 1 }];
      report('syntax', line, `${error.message.split('\n')[0]}.`);
    }
  }
}

async function checkHcl(
  file: CheckedFile,
  options: { files: CheckedFile[]; requiredTags: string[]; report: Report },
): Promise<void> {
  const { files, requiredTags, report } = options;
  let hcl: HclFile;
  try {
    hcl = await parseHcl(file.content);
  } catch (error) {
    if (!isIacError(error)) throw error;
    report('syntax', error.line ?? 1, error.message);
    return;
  }
  for (const { name, value, line } of namedValues(hcl.body)) {
    if (
      SECRET_NAME.test(name) &&
      value.kind === 'literal' &&
      typeof value.value === 'string' &&
      value.value !== '' &&
      !SECRET_PLACE.test(value.value)
    ) {
      report(
        'secret-literal',
        line,
        `"${name}" has its value in plain text. Give a reference to where it is kept.`,
      );
    }
  }
  if (file.path.endsWith('/terragrunt.hcl') && requiredTags.length > 0) {
    checkTags(hcl, { requiredTags, report });
  }
  await checkSources(file, { hcl, files, report });
}

function checkTags(
  hcl: HclFile,
  options: { requiredTags: string[]; report: Report },
): void {
  const inputs = hcl.body.attributes.find(({ name }) => name === 'inputs');
  const entriesOf = (value?: HclExpression) =>
    value?.kind === 'object' ? value.entries : [];
  const tags = entriesOf(inputs?.value).find(({ name }) => name === 'tags');
  const names = entriesOf(tags?.value).map(({ name }) => name);
  const missing = options.requiredTags.filter(tag => !names.includes(tag));
  if (missing.length > 0) {
    options.report(
      'required-tags',
      (tags ?? inputs)?.range.line ?? 1,
      `The tags ${missing
        .map(tag => `"${tag}"`)
        .join(', ')} are missing. Add them to inputs.tags.`,
    );
  }
}

async function checkSources(
  file: CheckedFile,
  options: { hcl: HclFile; files: CheckedFile[]; report: Report },
): Promise<void> {
  const { hcl, files, report } = options;
  const others = files.filter(({ path }) => path !== file.path);
  const sources = await resolveVersions({
    path: file.path,
    files: [file, ...others],
  });
  for (const { kind, version, at, reason, source } of sources) {
    if (kind === 'local') continue;
    const line = lineOf(hcl, at);
    const place = at.join('.');
    if (kind === 'unknown' || (version === undefined && reason)) {
      report(
        'unpinned-source',
        line,
        `Which version "${place}" takes cannot be told: ${
          reason ?? 'it is computed'
        }.`,
        'warning',
      );
    } else if (version === undefined) {
      report(
        'unpinned-source',
        line,
        `"${place}" takes "${source}" without a version. Name one, such as v1.2.0.`,
      );
    } else if (!PINNED.test(version)) {
      report(
        'unpinned-source',
        line,
        `"${place}" takes the version "${version}", which moves. Name one, such as v1.2.0.`,
      );
    }
  }
}

function lineOf({ body }: HclFile, at: string[]): number {
  const [type, ...rest] = at;
  const block = body.blocks.find(
    each =>
      each.type === type &&
      each.labels.every((label, index) => label === rest[index]),
  );
  const attribute = block?.body.attributes.find(
    ({ name }) => name === at.at(-1),
  );
  return (attribute ?? block)?.range.line ?? 1;
}

/** Every attribute and every key of an object, at any depth. */
function* namedValues(
  body: HclBody,
): Generator<{ name: string; value: HclExpression; line: number }> {
  for (const attribute of body.attributes) yield* valuesIn(attribute);
  for (const block of body.blocks) yield* namedValues(block.body);
}

function* valuesIn({
  name,
  value,
  range,
}: Pick<HclAttribute, 'value' | 'range'> & {
  name?: string;
}): ReturnType<typeof namedValues> {
  if (name !== undefined) yield { name, value, line: range.line };
  if (value.kind === 'object') {
    for (const entry of value.entries) yield* valuesIn(entry);
  }
  if (value.kind === 'list') {
    for (const item of value.items) {
      yield* valuesIn({ value: item, range: item.range });
    }
  }
}
