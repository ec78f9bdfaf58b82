// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/** `24.6.1` as `[24, 6, 1]`; undefined where the text holds no version. */
export function parseVersion(text) {
  const match = /(\d+)\.(\d+)(?:\.(\d+))?/.exec(text ?? '');
  return match && [Number(match[1]), Number(match[2]), Number(match[3] ?? 0)];
}

/** Whether `version` is `minimum` (both as text) or newer. */
export function isAtLeast(version, minimum) {
  const have = parseVersion(version);
  const want = parseVersion(minimum);
  if (!have || !want) return false;
  for (let part = 0; part < 3; part += 1) {
    if (have[part] !== want[part]) return have[part] > want[part];
  }
  return true;
}

/** The Node.js versions that Backstage, the Kafka client and the Chromium package agree on. */
export function isSupportedNode(version) {
  const major = parseVersion(version)?.[0];
  return (
    (major === 22 && isAtLeast(version, '22.22.0')) ||
    (major === 24 && isAtLeast(version, '24.6.0'))
  );
}
