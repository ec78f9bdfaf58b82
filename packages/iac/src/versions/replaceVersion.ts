// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { iacError } from '../errors';
import { parseHcl } from '../hcl/parse';
import { VersionPlace } from './types';

/**
 * The text of a file with another version, where {@link resolveVersions} found one. Only the version's own characters
 * are replaced.
 *
 * @throws version-invalid; version-moved when the text is not the one that was read; hcl-syntax
 * @public
 */
export async function replaceVersion(
  text: string,
  options: { place: VersionPlace; version: string },
): Promise<string> {
  const { place, version } = options;
  if (!/^[A-Za-z0-9][A-Za-z0-9._/+-]{0,199}$/.test(version)) {
    throw iacError('version-invalid', { version });
  }
  if (text.slice(place.start, place.end) !== place.text) {
    const { line, path } = place;
    throw iacError('version-moved', { line, path, version: place.text });
  }
  const replaced = text.slice(0, place.start) + version + text.slice(place.end);
  await parseHcl(replaced);
  return replaced;
}
