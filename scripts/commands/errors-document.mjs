// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

// node scripts/commands/errors-document.mjs: writes docs/errors.md anew from the error catalogues.
import fs from 'node:fs';
import path from 'node:path';
import { root } from '../lib/demo.mjs';
import {
  DOCUMENT,
  errorsDocument,
  readCatalogues,
} from '../lib/errors-document.mjs';

const catalogues = readCatalogues();
fs.writeFileSync(path.join(root, DOCUMENT), errorsDocument(catalogues));
const count = catalogues.flatMap(({ errors }) => errors).length;
process.stdout.write(`${DOCUMENT}: ${count} errors\n`);
