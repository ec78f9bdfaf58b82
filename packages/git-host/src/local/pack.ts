// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import type { Git } from './Git';

export interface NewObject {
  type: 'commit' | 'tree' | 'blob';
  content: Buffer;
}

/** Numbers of https://git-scm.com/docs/pack-format. */
const TYPES = { commit: 1, tree: 2, blob: 3 } as const;
/** What git itself keeps apart when it receives a push, and packs from there on. */
const MOST_LOOSE = 100;

export function objectId({ type, content }: NewObject): string {
  return createHash('sha1')
    .update(`${type} ${content.length}\0`)
    .update(content)
    .digest('hex');
}

/** Four bits of the size beside the type, then seven a byte, lowest first; the high bit says that more follow. */
function entryHeader({ type, content }: NewObject): Buffer {
  const bytes: number[] = [];
  let rest = Math.floor(content.length / 16);
  let byte = TYPES[type] * 16 + (content.length % 16);
  while (rest > 0) {
    bytes.push(byte + 128);
    byte = rest % 128;
    rest = Math.floor(rest / 128);
  }
  return Buffer.from([...bytes, byte]);
}

function packOf(objects: NewObject[]): Buffer {
  const header = Buffer.alloc(12, 'PACK');
  header.writeUInt32BE(2, 4);
  header.writeUInt32BE(objects.length, 8);
  const pack = Buffer.concat([
    header,
    ...objects.flatMap(object => [
      entryHeader(object),
      deflateSync(object.content),
    ]),
  ]);
  return Buffer.concat([pack, createHash('sha1').update(pack).digest()]);
}

/**
 * Git takes objects as it takes a push. Few are stored one by one, with one wait for the disk for all of them, which
 * `unpack-objects --strict` would spend on each.
 */
export async function receive(git: Git, given: NewObject[]): Promise<void> {
  // Files and folders of one content are one object, which git wants to be told of only once.
  const objects = [
    ...new Map(given.map(object => [objectId(object), object])).values(),
  ];
  const args =
    objects.length > MOST_LOOSE
      ? ['index-pack', '--stdin', '--strict']
      : ['unpack-objects', '-q'];
  await git.run(args, { input: packOf(objects) });
}
