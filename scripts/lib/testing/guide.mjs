// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// The shell of a guide, run as a reader would: every `sh` block after the mark in one shell, in order, each with what the
// `text` block behind it says that it prints. A `yaml` block that begins with `# file.yaml` is written to that file.
import { spawn } from 'node:child_process';
import path from 'node:path';

export const MARK =
  '<!-- scripts/guides.test.mjs runs everything from here on -->';
const BETWEEN = '--- the next block ---';
const END_OF_FILE = '--- the end of the file ---';

/** What the comment right above a block says: `by`, who runs it, or the `reason` why nobody does. */
function saidOf(before) {
  const [, reason, by] =
    /<!-- (?:not run: ([^>]+)|(\S+) runs this) -->\s*$/.exec(before) ?? [];
  return { reason, by };
}

const fencesOf = markdown =>
  [...markdown.matchAll(/^( *)```(\w*)\n([\s\S]*?)^ *```$/gm)].map(
    ({ index, 1: indent, 2: language, 3: text }) => ({
      index,
      language,
      // Of a block in a list.
      text: text.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
      ...saidOf(markdown.slice(0, index)),
    }),
  );

/** The shell that writes a `yaml` block to the file that it begins with; undefined where it names none. */
function writing(text) {
  const [begin, file] = /^# (\S+\.yaml)\n/.exec(text) ?? [];
  if (!file) return undefined;
  return [
    `mkdir -p '${path.posix.dirname(file)}'`,
    `cat > '${file}' <<'${END_OF_FILE}'`,
    `${text.slice(begin.length)}${END_OF_FILE}`,
  ].join('\n');
}

/** Blocks to run, each with the output that the guide shows for it. */
export function blocksOf(markdown) {
  const from = markdown.indexOf(MARK);
  if (from === -1) throw new Error(`There is no ${MARK}`);
  const fences = fencesOf(markdown.slice(from));
  return fences.flatMap(({ language, text, reason, by }, index) => {
    if (reason || by) return [];
    const script =
      language === 'sh' ? text : language === 'yaml' && writing(text);
    if (!script) return [];
    const next = fences[index + 1];
    return [{ script, shown: next?.language === 'text' ? next.text : '' }];
  });
}

/** The `sh` blocks of the section `heading` that `by` runs, as they say themselves. */
export function blocksRunBy(markdown, by, heading) {
  const [, below] = markdown.split(`\n${heading}\n`);
  if (below === undefined) throw new Error(`There is no "${heading}"`);
  const [section] = below.split('\n## ');
  const found = commandsOf(section).filter(command => command.by === by);
  if (!found.length) throw new Error(`Below "${heading}" ${by} runs nothing`);
  return found.map(({ script }) => script);
}

/**
 * Every `sh` block, with its line and either who runs it (`by`, a file or a command) or why nobody does (`reason`): after the
 * mark of the guides, in a part of the installation, or as the comment right above it says.
 */
export function commandsOf(markdown) {
  const mark = markdown.indexOf(MARK);
  return fencesOf(markdown)
    .filter(({ language }) => language === 'sh')
    .map(({ index, text, reason, by }) => {
      const before = markdown.slice(0, index);
      const section = before.slice(before.lastIndexOf('\n## '));
      const part = /<!-- test:install (\w+) -->/.exec(section)?.[1];
      const ours = mark !== -1 && index > mark && !reason;
      return {
        line: before.split('\n').length,
        script: text,
        reason,
        by:
          by ??
          (part && `test:install ${part}`) ??
          (ours ? 'scripts/guides.test.mjs' : undefined),
      };
    });
}

/** `…` stands for whatever is there. */
export function looksLike(shown) {
  const escaped = shown
    .trim()
    .split('…')
    .map(part => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${escaped.join('.*')}$`);
}

/** Runs a script; answers what it printed, or throws with what went wrong. */
export async function run(script, { cwd, env }) {
  const child = spawn('bash', ['-c', `set -euo pipefail\n${script}`], {
    cwd,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  let problems = '';
  child.stdout.on('data', data => {
    printed += data;
  });
  child.stderr.on('data', data => {
    problems += data;
  });
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0)
    throw new Error(`It ended with ${code}\n${printed}\n${problems}`);
  return printed;
}

/** Runs blocks in one shell; answers what each printed. */
export async function runBlocks(blocks, { prelude = '', cwd, env }) {
  const script = [
    prelude,
    ...blocks.map(block => `${block.script}\necho '${BETWEEN}'`),
  ].join('\n');
  const printed = await run(script, { cwd, env });
  return printed
    .split(`${BETWEEN}\n`)
    .slice(0, -1)
    .map(text => text.trim());
}
