// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { JsonObject } from '@backstage/types';
import { stringify } from 'yaml';
import { hashContent, PROVENANCE_FILE } from './handEdits';
import { ProvenanceInput } from './types';

const HEADER = `# Where the files beside this one come from. Written by Fairway with every change that it makes;
# edit the files themselves, not this one: an edit by hand is seen by their hashes.
`;

/**
 * The text of `.fairway.yaml`. The same input gives the same text.
 *
 * @public
 */
export function renderProvenance(input: ProvenanceInput): string {
  const { sensitiveParameters = [], files, parameters, ...rest } = input;
  const kept = Object.entries(parameters)
    .filter(([name]) => !sensitiveParameters.includes(name))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const hashes = files
    .filter(({ path }) => path !== PROVENANCE_FILE)
    .map(({ path, content }) => [path, hashContent(content)] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const { template, module, owner, environment, requester, changeId } = rest;
  const document: JsonObject = {
    apiVersion: 'fairway.dev/v1',
    kind: 'Provenance',
    ...(template ? { template: { ...template } } : {}),
    ...(module ? { module: { ...module } } : {}),
    ...(owner ? { owner } : {}),
    ...(environment ? { environment } : {}),
    ...(requester ? { requester } : {}),
    ...(changeId ? { changeId } : {}),
    parameters: Object.fromEntries(kept),
    files: Object.fromEntries(hashes),
  };
  const text = stringify(document, {
    lineWidth: 0,
    aliasDuplicateObjects: false,
  });
  return `${HEADER}${text}`;
}
