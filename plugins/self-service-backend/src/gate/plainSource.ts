// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// A unit may write the source of its module by locals, and by what protected files say: a base, a version. Where all of
// it is text, it is written out here, and the unit is then looked at as if it had been written so. What is not text
// without running something stays as it is, and is refused.
import {
  encodeHclValue,
  type HclExpression,
  isIacError,
  parseHcl,
  type RepositoryFile,
  resolveVersions,
} from '@fairway/iac';
import { selfServiceError } from '../errors';
import { sharedFiles } from './includedFiles';
import type { BaseReader } from './types';

/** What {@link withPlainSource} takes. */
export interface PlainSourceOptions {
  folder: string;
  base: BaseReader;
  protectedGlobs: string[];
}

/**
 * The text of a unit with the source of its module in plain text.
 *
 * @throws NotAllowedError `source-not-derived`, `base-shadowed`
 */
export async function withPlainSource(
  file: RepositoryFile,
  options: PlainSourceOptions,
): Promise<string> {
  const { path, content } = file;
  const body = await parsed(content);
  const source = body && sourceOf(body);
  if (!body || !source || source.kind === 'literal') return content;
  const shared = await sharedFiles(content, options);
  const [found, ...more] = await modulesOf(path, [file, ...shared]);
  if (!found?.source || found.version === undefined || more.length > 0) {
    throw selfServiceError('source-not-derived', {
      path,
      place: 'terraform.source',
      problem: found?.reason ?? 'it names no version',
    });
  }
  const known = new Set(shared.map(each => each.path));
  const spliced = [
    { ...source.range, text: plain(found.source, found.version) },
    ...(await readConfigs(body, { ...options, known })),
  ];
  return spliced
    .sort((one, other) => other.start - one.start)
    .reduce(
      (text, { start, end, text: value }) =>
        text.slice(0, start) + value + text.slice(end),
      content,
    );
}

/** A source with its version, as an expression. */
function plain(source: string, version: string): string {
  return encodeHclValue(`${source}?ref=${version}`);
}

/** The modules that a file takes itself. */
async function modulesOf(path: string, files: RepositoryFile[]) {
  const sources = await resolveVersions({ path, files });
  return sources.filter(({ of }) => of === 'module');
}

async function parsed(content: string) {
  try {
    return (await parseHcl(content)).body;
  } catch (error) {
    // What does not parse is refused with its place by whoever looks at the unit.
    if (isIacError(error)) return undefined;
    throw error;
  }
}

type Body = NonNullable<Awaited<ReturnType<typeof parsed>>>;

/** The one source; a second block or attribute is for the reader of units to refuse. */
function sourceOf({ blocks }: Body): HclExpression | undefined {
  const terraform = blocks.filter(({ type }) => type === 'terraform');
  const sources = terraform
    .flatMap(({ body }) => body.attributes)
    .filter(({ name }) => name === 'source');
  return terraform.length === 1 && sources.length === 1
    ? sources[0].value
    : undefined;
}

/**
 * Locals that read a protected file by its name: `read_terragrunt_config(find_in_parent_folders("common.hcl"))`. The
 * source has been followed through them; anything else that uses them is an expression, and refused as one.
 */
async function readConfigs(
  { blocks }: Body,
  options: PlainSourceOptions & { known: Set<string> },
) {
  const { folder, base, known } = options;
  const found: { start: number; end: number; text: string }[] = [];
  for (const block of blocks.filter(({ type }) => type === 'locals')) {
    for (const { value } of block.body.attributes) {
      const name = configName(value);
      const file = name && (await base.nearestAbove(name, folder));
      if (file && known.has(file.path))
        found.push({ ...value.range, text: '{}' });
    }
  }
  return found;
}

function configName(value: HclExpression): string | undefined {
  const argument = (call: HclExpression | undefined, name: string) =>
    call?.kind === 'call' && call.name === name && call.arguments.length === 1
      ? call.arguments[0]
      : undefined;
  const inner = argument(
    argument(value, 'read_terragrunt_config'),
    'find_in_parent_folders',
  );
  return inner?.kind === 'literal' && typeof inner.value === 'string'
    ? inner.value
    : undefined;
}
