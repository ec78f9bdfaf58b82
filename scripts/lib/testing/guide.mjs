// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// The shell of a guide, run as a reader would: every `sh` block after the mark in one shell, in order, each with what the
// `text` block behind it says that it prints.
import { spawn } from 'node:child_process';

const MARK = '<!-- scripts/guides.test.mjs runs everything from here on -->';
const BETWEEN = '--- the next block ---';

/** Blocks to run, each with the output that the guide shows for it. */
export function blocksOf(markdown) {
  const from = markdown.indexOf(MARK);
  if (from === -1) throw new Error(`There is no ${MARK}`);
  const fences = [
    ...markdown.slice(from).matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm),
  ].map(([, language, text]) => ({ language, text }));
  return fences.flatMap(({ language, text }, index) => {
    if (language !== 'sh') return [];
    const next = fences[index + 1];
    return [
      { script: text, shown: next?.language === 'text' ? next.text : '' },
    ];
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
