// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// What goes with a unit: its folder, or its block and not a byte beside it.
import type {
  ChangeFile,
  RepositoryText,
} from '@fairway/backstage-plugin-self-service-common';
import { editHcl, parseHcl } from '@fairway/iac';
import { readText, removeFile, writeText } from '../workspace/files';
import { findBlock, folderOf, literalOf, valueOf } from './blocks';
import type { PlacedUnit } from './placedUnit';

/** The files of the change without the unit; one that holds nothing any more goes too. */
export async function withoutUnit(
  { file, content, block }: PlacedUnit,
  { folder }: { folder: RepositoryText[] },
): Promise<ChangeFile[]> {
  if (!block) return folder.map(({ path }) => ({ path, delete: true }));
  const { text } = await editHcl(content, [
    { op: 'removeBlock', at: [block.type, block.name] },
  ]);
  return [
    text.trim() === ''
      ? { path: file, delete: true }
      : { path: file, content: text },
  ];
}

/** Writes the files of a change to the workspace. */
export async function writeFiles(
  workspacePath: string,
  files: ChangeFile[],
): Promise<void> {
  for (const file of files) {
    if ('content' in file) {
      await writeText(workspacePath, file.path, file.content);
    } else {
      await removeFile(workspacePath, file.path);
    }
  }
}

/** The folder that others name when they need it: that of the unit, or the one that a stack generates it in. */
export async function neededAs({
  path,
  file,
  content,
  block,
}: PlacedUnit): Promise<string> {
  if (block?.type !== 'unit') return path;
  const held = (await findBlock(content, block))!;
  const beside = valueOf(held, 'no_dot_terragrunt_stack');
  const isBeside = beside?.kind === 'literal' && beside.value === true;
  return [
    folderOf(file),
    ...(isBeside ? [] : ['.terragrunt-stack']),
    literalOf(held, 'path') ?? block.name,
  ]
    .filter(Boolean)
    .join('/');
}

/** The files beside a call of a module that read its outputs, itself among them where another block does. */
export async function readersOfCall(
  { file, block, beside }: PlacedUnit,
  workspacePath: string,
): Promise<string[]> {
  if (block?.type !== 'module') return [];
  const names = new RegExp(
    `(?<![\\w.-])module\\s*\\.\\s*${block.name}(?![\\w-])`,
  );
  const readers: string[] = [];
  for (const { path, content } of beside) {
    if (!path.endsWith('.tf') || folderOf(path) !== folderOf(file)) continue;
    const { text, tokens, body } = await parseHcl(
      (await readText(workspacePath, path)) ?? content,
    );
    const own =
      path === file
        ? body.blocks.find(
            each => each.type === block.type && each.labels[0] === block.name,
          )?.range
        : undefined;
    const code = tokens
      .filter(([start]) => !own || start < own.start || start >= own.end)
      .map(([start, end]) => text.slice(start, end))
      .join(' ');
    if (names.test(code)) readers.push(path);
  }
  return readers;
}
