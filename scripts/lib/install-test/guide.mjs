// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// docs/install.md, followed to the letter: shell is run, files are written, lines are added where the guide says.
import fs from 'node:fs';
import path from 'node:path';
import { runQuietly } from '../processes.mjs';

/** The blocks of the part that begins with `<!-- test:install NAME -->` and ends at the next heading. */
export function blocksOf(markdown, name) {
  const mark = `<!-- test:install ${name} -->`;
  const from = markdown.indexOf(mark);
  if (from === -1) throw new Error(`docs/install.md has no "${mark}"`);
  const rest = markdown.slice(from);
  const end = rest.search(/^## /m);
  const blocks = [
    ...rest
      .slice(0, end === -1 ? undefined : end)
      .matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm),
  ].map(([, language, text]) => ({ language, text }));
  if (!blocks.length) throw new Error(`"${mark}" has no blocks`);
  return blocks;
}

/** The file that a block's first line names in a comment. */
function fileOf(text) {
  const file = /^ ?(?:\/\/|#) (\S+)/.exec(text)?.[1];
  if (!file) throw new Error(`A block does not say which file it is:\n${text}`);
  return file;
}

/** Lines of TypeScript go before the start of the backend. */
function addLines(file, text) {
  const source = fs.readFileSync(file, 'utf8');
  const lines = text.split('\n').slice(1).join('\n');
  const start = 'backend.start();';
  if (!source.includes(start)) throw new Error(`${file} has no "${start}"`);
  fs.writeFileSync(file, source.replace(start, `${lines}\n${start}`));
}

/** Lines with a minus are there and go, lines with a plus come. */
function changeLines(file, text) {
  const lines = text.split('\n').slice(1);
  const side = sign =>
    lines
      .filter(line => line.startsWith(sign))
      .map(line => line.slice(1))
      .join('\n');
  const source = fs.readFileSync(file, 'utf8');
  if (!source.includes(side('-')))
    throw new Error(`${file} has not got the lines that go:\n${side('-')}`);
  fs.writeFileSync(file, source.replace(side('-'), side('+')));
}

export async function follow(blocks, { app, env, say }) {
  for (const { language, text } of blocks) {
    if (language === 'sh') {
      say(text.trim().split('\n')[0]);
      const { code, output } = await runQuietly('bash', ['-euc', text], {
        cwd: app,
        env,
      });
      if (code !== 0) throw new Error(`${text}\n${output.slice(-4_000)}`);
      continue;
    }
    const file = path.join(app, fileOf(text));
    if (language === 'ts') addLines(file, text);
    else if (language === 'diff') changeLines(file, text);
    else if (language === 'yaml') fs.writeFileSync(file, text);
    else throw new Error(`Nobody knows what to do with "${language}"`);
  }
}
