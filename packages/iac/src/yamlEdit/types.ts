// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { JsonValue } from '@backstage/types';
import type { Document, Node, Pair, YAMLMap, YAMLSeq } from 'yaml';

/**
 * One edit of a YAML document. `path` names keys of maps and indexes of sequences from the top:
 * `['spec', 'containers', 0, 'image']`.
 *
 * @public
 */
export interface YamlEdit {
  /**
   * - `add` adds a key that is not there, with the maps on the way, or an item before an index (`'-'` appends)
   * - `replace` replaces a value that is there
   * - `remove` takes a key or an item away, with the comment behind it
   * - `merge` puts an object into a map, as RFC 7386 says: maps are merged, null removes
   */
  op: 'add' | 'replace' | 'remove' | 'merge';
  path: (string | number)[];
  /** Of all but `remove`. */
  value?: JsonValue;
}

/** @public */
export interface YamlEditResult {
  text: string;
  /** False when the text said all of it already; it is the same text then. */
  changed: boolean;
}

export interface Splice {
  start: number;
  end: number;
  text: string;
}

/** A map or sequence, with what an editor needs to know of it. */
export interface Collection {
  node: YAMLMap<Node, Node | null> | YAMLSeq<Node>;
  isFlow: boolean;
  /** Where in its own holder it is; undefined at the top. */
  slot?: Slot;
}

/** A place in a collection: of a value, or of a key with its value. */
export interface Slot {
  collection: Collection;
  index: number;
  /** Where the key, or the dash, begins. */
  start: number;
  /** Behind the colon or the dash; in a flow sequence where the value begins. */
  valueStart: number;
  value: Node | undefined;
  pair?: Pair<Node, Node | null>;
}

export interface Located {
  document: Document.Parsed;
  text: string;
  /** Undefined when something on the way is missing, and for the whole document. */
  slot?: Slot;
  /** The last collection on the way. */
  collection?: Collection;
  /** Where a value that is nothing stands in for the map that a key is added to. */
  empty?: Slot;
  /** What of the path is missing in the collection. */
  rest: string[];
}
