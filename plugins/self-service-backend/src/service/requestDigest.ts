// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { createHash } from 'node:crypto';
import type { CreateChangeRequest } from '@fairway/backstage-plugin-self-service-common';

/** SHA-256 of what a change asks for, the same for every order of keys and files. */
export function requestDigest(input: CreateChangeRequest): string {
  const { repoUrl, title, description, request, expect, files } = input;
  const canonical = [
    repoUrl,
    title,
    description ?? '',
    sorted(request),
    sorted(expect),
    sorted(Object.fromEntries(files.map(file => [file.path, file.content]))),
  ];
  return createHash('sha256').update(JSON.stringify(canonical)).digest('hex');
}

function sorted(record: Record<string, string | undefined> = {}) {
  return Object.entries(record).sort(([one], [other]) =>
    one < other ? -1 : 1,
  );
}
