// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import {
  type ModuleFacts,
  type ModuleFile,
  parseModuleSource,
  readModule,
} from '@fairway/iac';
import { cliError } from '../errors';
import { inFile, readText } from './file';

const IS_MODULE_FILE = /\.tf$/;
const ROOM = 64 * 1024 * 1024;

/**
 * Reads a module from a folder, or from Git by a source with a version: `git::https://host/acme/modules.git//modules/db?ref=v1.0.0`.
 * Git runs with the person's own settings and credentials, and asks for none.
 *
 * @throws InputError `cli-module-unavailable`, `cli-file-invalid`
 */
export async function moduleAt(place: string): Promise<ModuleFacts> {
  const isSource = /^(git::|[a-z0-9]+:\/\/)/.test(place);
  const files = isSource ? await fromGit(place) : await fromFolder(place);
  if (files.length === 0) {
    throw cliError('cli-module-unavailable', {
      source: place,
      reason: 'there is no .tf file',
    });
  }
  return inFile(place, () => readModule(files));
}

async function fromFolder(folder: string): Promise<ModuleFile[]> {
  const isFolder = await stat(folder).then(
    info => info.isDirectory(),
    () => false,
  );
  if (!isFolder) {
    throw cliError('cli-module-unavailable', {
      source: folder,
      reason: 'there is no such folder',
    });
  }
  const names = (await readdir(folder)).filter(name =>
    IS_MODULE_FILE.test(name),
  );
  return Promise.all(
    names.sort().map(async name => ({
      path: name,
      content: await readText(join(folder, name)),
    })),
  );
}

async function fromGit(source: string): Promise<ModuleFile[]> {
  const { repository, path, ref } = await inFile(source, () =>
    parseModuleSource(source),
  );
  if (ref === undefined) {
    throw cliError('cli-module-unavailable', {
      source,
      reason: 'it names no version, write ?ref=v1.0.0 behind it',
    });
  }
  const folder = await mkdtemp(join(tmpdir(), 'fairway-module-'));
  const git = async (...args: string[]) => {
    const { stdout } = await promisify(execFile)(
      'git',
      ['-C', folder, ...args],
      {
        maxBuffer: ROOM,
        env: { ...process.env, GIT_TERMINAL_PROMPT: '0' },
      },
    );
    return stdout;
  };
  try {
    await git('init', '--quiet', '--bare');
    const address = repository.replace(/^git::/, '');
    await git('fetch', '--quiet', '--depth=1', '--', address, ref);
    const listed = await git(
      'ls-tree',
      '-z',
      '--name-only',
      `FETCH_HEAD:${path}`,
    );
    const names = listed.split('\0').filter(name => IS_MODULE_FILE.test(name));
    return await Promise.all(
      names.map(async name => ({
        path: name,
        content: await git('show', `FETCH_HEAD:${path}/${name}`),
      })),
    );
  } catch (error) {
    const { stderr, message } = error as { stderr?: string; message: string };
    const [reason] = (stderr || message).trim().split('\n');
    throw cliError('cli-module-unavailable', { source, reason });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
