// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// A unit of a stack and a call of a module have no folder of their own, so the actions for units cannot take them.
// Whoever names one is told which file it is in and what changes it there.
import { type HclBlock, isIacError, parseHcl } from '@fairway/iac';
import { actionError } from '../errors';
import type { InitiatorContext, SelfService } from '../SelfService';

const STACK_FILE = 'terragrunt.stack.hcl';

interface Text {
  path: string;
  content: string;
}

/**
 * What to say where a folder holds no unit.
 *
 * @returns InputError `unit-in-file` where a file makes what is at that path, NotFoundError `unit-missing` otherwise
 */
export async function noUnit(options: {
  selfService: SelfService;
  action: string;
  ctx: InitiatorContext;
  repoUrl: string;
  /** What was named: a folder, the path of a stack's unit or of a call, or a file. */
  path: string;
  /** What was read there. */
  files: Text[];
}): Promise<Error> {
  const { selfService, action, ctx, repoUrl, path } = options;
  const read = async (file: string): Promise<Text[]> => {
    try {
      const { files } = await selfService.call(
        action,
        ctx,
        ({ infrastructure }, call) =>
          infrastructure.readFiles({ repoUrl, paths: [file] }, call),
      );
      return files;
    } catch (error) {
      ctx.signal?.throwIfAborted();
      // What the person may not read is not told; the folder has no unit either way.
      return [];
    }
  };
  const folders = foldersAbove(path);
  const wanted = [
    async () => options.files.filter(file => folderOf(file.path) === path),
    async () => options.files.filter(file => file.path === path),
    async () => read(folders[0]),
    ...folders
      .slice(1)
      .map(
        folder => async () =>
          read([folder, STACK_FILE].filter(Boolean).join('/')),
      ),
  ];
  for (const texts of wanted) {
    for (const text of await texts()) {
      const block = await blockOf(text, path);
      if (block) {
        const { type, labels } = block;
        return actionError('unit-in-file', {
          path,
          what:
            type === 'unit' ? 'made by a stack' : 'made by a call of a module',
          file: text.path,
          at: [type, ...labels].join(', '),
        });
      }
    }
  }
  return actionError('unit-missing', { path });
}

/** The block that makes what is at the path; the first one where the path is the file or its folder. */
async function blockOf(
  { path: file, content }: Text,
  path: string,
): Promise<HclBlock | undefined> {
  const folder = folderOf(file);
  const type = file.endsWith('.tf')
    ? 'module'
    : file.endsWith(STACK_FILE) && 'unit';
  if (!type) return undefined;
  try {
    const { body } = await parseHcl(content);
    return body.blocks.find(block => {
      if (block.type !== type) return false;
      if (path === file || path === folder) return true;
      return path === [folder, nameOf(block)].filter(Boolean).join('/');
    });
  } catch (error) {
    if (isIacError(error)) return undefined;
    throw error;
  }
}

function nameOf({ type, labels, body }: HclBlock): string | undefined {
  if (type === 'module') return labels[0];
  const path = body.attributes.find(({ name }) => name === 'path')?.value;
  return path?.kind === 'literal' ? String(path.value) : undefined;
}

function folderOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
}

/** From the nearest up to the top, which is "". */
function foldersAbove(path: string): string[] {
  const folder = folderOf(path);
  return folder === '' ? [''] : [folder, ...foldersAbove(folder)];
}
