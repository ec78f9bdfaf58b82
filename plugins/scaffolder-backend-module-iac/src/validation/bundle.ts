// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { gunzipSync } from 'node:zlib';

/** A compiled policy with its data. */
export interface Bundle {
  wasm: Buffer;
  data?: object;
}

const BLOCK = 512;
/** Unpacked, a policy is a few hundred kilobytes. */
const MAX_BYTES = 64 * 1024 * 1024;

/**
 * Reads what `opa build -t wasm` writes: an archive with `policy.wasm` and `data.json`, or the WebAssembly alone.
 *
 * @throws Error in words for people
 */
export function readBundle(bytes: Buffer): Bundle {
  if (bytes.subarray(0, 4).toString('latin1') === '\0asm') {
    return { wasm: bytes };
  }
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) {
    throw new Error(
      'it is neither WebAssembly nor a bundle; build it with "opa build -t wasm"',
    );
  }
  const files = filesOf(gunzipSync(bytes, { maxOutputLength: MAX_BYTES }));
  const wasm = files.get('policy.wasm');
  if (!wasm) {
    throw new Error(
      'there is no policy.wasm in it; build it with "opa build -t wasm -e …"',
    );
  }
  const data = files.get('data.json');
  return { wasm, ...(data && { data: JSON.parse(data.toString('utf8')) }) };
}

/** Files of a tar archive by name, without the slash at the beginning. */
function filesOf(tar: Buffer): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  let at = 0;
  while (at + BLOCK <= tar.length && tar[at] !== 0) {
    const header = tar.subarray(at, at + BLOCK);
    const size = Number.parseInt(field(header, 124, 12).trim() || '0', 8);
    if (!(size >= 0)) throw new Error('its archive is broken');
    const begin = at + BLOCK;
    files.set(
      field(header, 0, 100).replace(/^\.?\//, ''),
      tar.subarray(begin, begin + size),
    );
    at = begin + Math.ceil(size / BLOCK) * BLOCK;
  }
  return files;
}

function field(header: Buffer, start: number, length: number): string {
  const text = header.subarray(start, start + length).toString('utf8');
  return text.replace(/\0.*$/s, '');
}
