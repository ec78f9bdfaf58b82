// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { ROOT } from '../evaluate/Repository';
import { Piece } from '../evaluate/types';
import { ResolvedSource, VersionForm } from './types';

/** A source taken apart; the version as a range of the whole text. */
interface SourceParts {
  kind: ResolvedSource['kind'];
  source: string;
  version?: { start: number; end: number };
}

/** Forms: https://developer.hashicorp.com/terraform/language/modules/sources, and `tfr://` of Terragrunt. */
export function splitSource(text: string): SourceParts {
  if (/^(\.{1,2}(\/|$)|\0|\/)/.test(text)) {
    return { kind: 'local', source: text.replace(ROOT, '') };
  }
  const isRegistry = /^tfr:\/\//.test(text);
  const match = (
    isRegistry ? /([?&])version=([^&#]*)/ : /([?&])ref=([^&#]*)/
  ).exec(text);
  const kind = kindOf(text, isRegistry, match !== null);
  if (!match) return { kind, source: text };
  const [whole, separator, version] = match;
  const start = match.index + whole.length - version.length;
  const end = start + version.length;
  const after = text.slice(end);
  const source =
    separator === '?' && after.startsWith('&')
      ? `${text.slice(0, match.index)}?${after.slice(1)}`
      : text.slice(0, match.index) + after;
  return { kind, source, ...(version ? { version: { start, end } } : {}) };
}

function kindOf(
  text: string,
  isRegistry: boolean,
  hasRef: boolean,
): ResolvedSource['kind'] {
  if (
    isRegistry ||
    /^([\w.-]+\/)?[\w-]+\/[\w-]+\/[\w-]+(\/\/.*)?$/.test(text)
  ) {
    // github.com/acme/repository has three parts as well, and is Git.
    return /^(github\.com|bitbucket\.org)\//.test(text) ? 'git' : 'registry';
  }
  const isGit = /^(git::|git@|ssh:|github\.com\/|bitbucket\.org\/)/.test(text);
  return hasRef || isGit ? 'git' : 'unknown';
}

/** The piece that a range of the joined text lies in, and where in it; undefined when it spans several. */
export function pieceOf(
  pieces: readonly Piece[],
  range: { start: number; end: number },
): { piece: Piece; start: number } | undefined {
  let at = 0;
  for (const piece of pieces) {
    const end = at + piece.text.length;
    if (range.start >= at && range.end <= end && range.end > range.start) {
      return { piece, start: range.start - at };
    }
    at = end;
  }
  return undefined;
}

/** How the version came into a source. */
export function formOf(pieces: readonly Piece[], piece: Piece): VersionForm {
  if (piece.origin !== 'own') return piece.origin;
  return pieces.length === 1 ? 'literal' : 'interpolated-base';
}
