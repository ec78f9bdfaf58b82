// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// A stack's unit takes its module through a template, so two versions are written in the stack: that of the module, mostly
// among the values, and that of the template. The template goes along with the module where both were at one version, and
// where the module's is the template's to say.
import { posix } from 'node:path';
import type { RepositoryText } from '@fairway/backstage-plugin-self-service-common';
import {
  readTemplateInputs,
  replaceVersion,
  type ResolvedSource,
  resolveVersions,
  type VersionPlace,
} from '@fairway/iac';
import { actionError } from '../errors';
import { folderOf, UNIT_FILE } from './blocks';
import type { ModuleReader } from './moduleReader';
import type { PlacedUnit } from './placedUnit';
import type { WrittenUnit } from './writtenUnit';
import { stackInputs } from './writtenInputs';

interface Template {
  /** Text of its `terragrunt.hcl`. */
  text: string;
  /** Reads it at another version; undefined where the catalog approves none of that name. */
  at(version: string): Promise<string | undefined>;
}

type StackUnit = PlacedUnit & Required<Pick<PlacedUnit, 'block'>>;

/** @throws ConflictError `unit-version-unknown`, `unit-version-shared`; NotFoundError `module-not-vetted` */
export async function writtenInStack(
  placed: StackUnit,
  options: { modules: ModuleReader },
): Promise<WrittenUnit> {
  const { content } = placed;
  const { modules } = options;
  const bare = await sourcesOf(placed, content);
  const template = await templateOf(placed, bare.own, modules);
  const found = await sourcesOf(placed, content, template.text);
  const { own, inner } = found;
  if (!inner?.source || !inner.version || !inner.place) {
    throw unknown(placed, inner?.reason ?? 'its template takes no module');
  }
  const { source, version, place } = inner;
  return {
    source,
    version,
    async moveTo(toVersion) {
      const isOwn = place.path === placed.file;
      const isTogether = !isOwn || own?.version === version;
      const next =
        isTogether && own?.place ? await template.at(toVersion) : undefined;
      const text = next ?? template.text;
      const moved = await withVersion(content, {
        places: [
          ...(isOwn ? [place] : []),
          ...(next !== undefined ? [own!.place!] : []),
        ],
        version: toVersion,
        check: each => checkAlone(placed, each, found.all),
      });
      const after = await sourcesOf(placed, moved, text);
      if (after.inner?.version !== toVersion) {
        throw shared(placed, isOwn ? placed.file : own!.source!, place.line);
      }
      return {
        content: moved,
        inputs: await stackInputs(placed, {
          content: moved,
          template: await readTemplateInputs(text),
        }),
      };
    },
  };
}

async function sourcesOf(
  { file, block, shared: around }: StackUnit,
  content: string,
  template?: string,
) {
  const all = await resolveVersions({
    path: file,
    files: [{ path: file, content }, ...around],
    ...(template !== undefined && { templates: { [block.name]: template } }),
  });
  const mine = all.filter(
    ({ at }) => at[0] === block.type && at[1] === block.name,
  );
  return {
    all,
    own: mine.find(({ of }) => of === 'unit-template'),
    inner: mine.find(({ of }) => of === 'module'),
  };
}

async function templateOf(
  placed: StackUnit,
  own: ResolvedSource | undefined,
  modules: ModuleReader,
): Promise<Template> {
  const { source, version, kind, reason } = own ?? {};
  if (!source) throw unknown(placed, reason ?? 'it has no source');
  if (kind === 'local') {
    const path = posix.join(folderOf(placed.file), source, UNIT_FILE);
    const text = textOf(placed.shared, path);
    if (text === undefined) {
      throw unknown(placed, `its template "${path}" is no shared file`);
    }
    return { text, at: async () => undefined };
  }
  const { name, versions } = await modules.ofSource(source);
  const textAt = async (at: string) =>
    (await modules.inspect(name, at)).template;
  const text = version === undefined ? undefined : await textAt(version);
  if (text === undefined) {
    throw unknown(placed, `its source "${source}" is no template of a unit`);
  }
  return {
    text,
    async at(next) {
      const isApproved = versions.some(
        each => each.version === next && each.status === 'approved',
      );
      return isApproved ? textAt(next) : undefined;
    },
  };
}

/** The text with another version in each of the places. */
async function withVersion(
  content: string,
  options: {
    places: VersionPlace[];
    version: string;
    check(place: VersionPlace): void;
  },
): Promise<string> {
  const { places, version, check } = options;
  const distinct = new Map(places.map(place => [place.start, place]));
  let text = content;
  // From the end, so that what is before stays where it was read.
  for (const place of [...distinct.values()].sort(
    (one, other) => other.start - one.start,
  )) {
    check(place);
    text = await replaceVersion(text, { place, version });
  }
  return text;
}

/** One local may say the version of several units. */
function checkAlone(
  placed: StackUnit,
  place: VersionPlace,
  all: ResolvedSource[],
): void {
  const isOthers = all.some(
    each =>
      each.at[1] !== placed.block.name &&
      each.place?.path === place.path &&
      each.place.start === place.start,
  );
  if (place.path !== placed.file || isOthers) {
    throw shared(placed, place.path, place.line);
  }
}

function textOf(texts: RepositoryText[], path: string): string | undefined {
  return texts.find(text => text.path === path)?.content;
}

function unknown({ path }: PlacedUnit, reason: string) {
  return actionError('unit-version-unknown', { path, reason });
}

function shared({ path }: PlacedUnit, where: string, line: number) {
  return actionError('unit-version-shared', { path, shared: where, line });
}
