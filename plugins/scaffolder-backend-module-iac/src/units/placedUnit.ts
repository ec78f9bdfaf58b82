// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// Where a unit is written: in a folder of its own, as a block of a stack, or as a call of a module. Whoever names one says
// the same path for it as the ownership policy does.
import type { RepositoryText } from '@fairway/backstage-plugin-self-service-common';
import { type HclBlock, isIacError, parseHcl } from '@fairway/iac';
import { actionError } from '../errors';
import { type Beginning, beginChange } from '../workspace/begin';
import { readText } from '../workspace/files';
import {
  findBlock,
  folderOf,
  literalOf,
  STACK_FILE,
  UNIT_FILE,
} from './blocks';

/** Where a unit is written. */
export interface PlacedUnit {
  /** As it was named. */
  path: string;
  file: string;
  /** Of the file, as the task has it now. */
  content: string;
  /** Its block in the file; undefined where the folder is all of it. */
  block?: { type: 'unit' | 'module'; name: string };
  /** Shared files that it may read. */
  shared: RepositoryText[];
  /** What was found beside a block. */
  beside: RepositoryText[];
}

/**
 * Finds what is at a path, and takes its file into the workspace.
 *
 * @param options - `path`: a folder, the path of a stack's unit or of a call; `answer`: what was read there
 * @throws InputError `unit-in-file` where a file makes several, and the file is named or its folder; NotFoundError
 * `unit-missing`; what `beginChange` throws
 */
export async function placeUnit(
  options: Omit<Beginning, 'paths'> & {
    path: string;
    answer: { files: RepositoryText[]; shared: RepositoryText[] };
  },
): Promise<PlacedUnit> {
  const { path, answer, ...beginning } = options;
  const { workspacePath } = options.ctx;
  const missing = () => actionError('unit-missing', { path });
  const own = `${path}/${UNIT_FILE}`;
  if (answer.files.some(({ path: file }) => file === own)) {
    const content = await readText(workspacePath, own);
    if (content === undefined) throw missing();
    return { path, file: own, content, shared: answer.shared, beside: [] };
  }
  const found = await blockAt(options);
  if (!found) throw missing();
  const { file, block } = found;
  const { shared } = (await beginChange({ ...beginning, paths: [file] }))
    .answer;
  // An earlier step may have taken it out.
  const content = await readText(workspacePath, file);
  const isThere = content !== undefined && (await findBlock(content, block));
  if (!isThere) throw missing();
  return { path, ...found, content, shared };
}

async function blockAt(options: Parameters<typeof placeUnit>[0]) {
  const { path, answer } = options;
  const folders = foldersAbove(path);
  const looks = [
    async () => answer.files,
    ...folders.map(
      folder => () =>
        read([folder, STACK_FILE].filter(Boolean).join('/'), options),
    ),
    () => read(folders[0], options),
  ];
  for (const look of looks) {
    const beside = await look();
    for (const text of beside) {
      const blocks = await blocksOf(text);
      const [first] = blocks;
      if (first && [text.path, folderOf(text.path)].includes(path)) {
        throw actionError('unit-in-file', {
          path,
          file: text.path,
          units: blocks.map(each => pathOf(text, each)).join(', '),
        });
      }
      const block = blocks.find(each => pathOf(text, each) === path);
      if (block) {
        const { type, labels } = block;
        return {
          file: text.path,
          block: { type: type as 'unit' | 'module', name: labels[0] },
          beside,
        };
      }
    }
  }
  return undefined;
}

async function read(
  path: string,
  options: Omit<Beginning, 'paths'>,
): Promise<RepositoryText[]> {
  const { selfService, action, ctx, repoUrl } = options;
  try {
    const { files } = await selfService.call(
      action,
      ctx,
      ({ infrastructure }, call) =>
        infrastructure.readFiles({ repoUrl, paths: [path] }, call),
    );
    return files;
  } catch (error) {
    ctx.signal?.throwIfAborted();
    // What the person may not read is not told; there is no unit for them either way.
    return [];
  }
}

/** What a file makes units of. */
async function blocksOf({
  path,
  content,
}: RepositoryText): Promise<HclBlock[]> {
  const isStack = path.split('/').at(-1) === STACK_FILE;
  const type = path.endsWith('.tf') ? 'module' : isStack && 'unit';
  if (!type) return [];
  try {
    const { body } = await parseHcl(content);
    return body.blocks.filter(
      block => block.type === type && block.labels.length === 1,
    );
  } catch (error) {
    if (isIacError(error)) return [];
    throw error;
  }
}

function pathOf({ path }: RepositoryText, block: HclBlock): string {
  const name =
    block.type === 'module' ? block.labels[0] : literalOf(block, 'path');
  return [folderOf(path), name ?? block.labels[0]].filter(Boolean).join('/');
}

/** From the nearest up to the top, which is "". */
function foldersAbove(path: string): string[] {
  const folder = folderOf(path);
  return folder === '' ? [''] : [folder, ...foldersAbove(folder)];
}
