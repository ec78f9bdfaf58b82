// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  ApplicationInstance,
  NamePattern,
  OwnedPattern,
  ResourceType,
} from '../model/application';
import { type Problem, problem } from '../problems';
import { foldTopicName } from './topicNames';

/** Whether a name is the pattern's, letter by letter as Kafka compares. @public */
export function patternMatches(pattern: NamePattern, name: string): boolean {
  return pattern.pattern === 'PREFIXED'
    ? name.startsWith(pattern.name)
    : name === pattern.name;
}

/** Whether every name of `inner` is one of `outer`, letter by letter. @public */
export function patternCovers(outer: NamePattern, inner: NamePattern): boolean {
  return outer.pattern === 'PREFIXED'
    ? inner.name.startsWith(outer.name)
    : inner.pattern === 'LITERAL' && inner.name === outer.name;
}

/**
 * Whether two patterns have a name in common. Topics are compared with `.` read
 * as `_`, since two such names cannot be in one cluster: whoever has the one
 * would decide about the other.
 *
 * @public
 */
export function patternsOverlap(
  one: OwnedPattern,
  other: OwnedPattern,
): boolean {
  if (one.type !== other.type) return false;
  const a = folded(one);
  const b = folded(other);
  return patternCovers(a, b) || patternCovers(b, a);
}

function folded({ type, pattern, name }: OwnedPattern): NamePattern {
  return { pattern, name: type === 'TOPIC' ? foldTopicName(name) : name };
}

/** Whether an instance owns a name. @public */
export function owns(
  instance: Pick<ApplicationInstance, 'patterns'>,
  type: ResourceType,
  name: string,
): boolean {
  return instance.patterns.some(
    pattern => pattern.type === type && patternMatches(pattern, name),
  );
}

/** The instance that owns a name; undefined for an orphan. @public */
export function ownerOf<Owner extends Pick<ApplicationInstance, 'patterns'>>(
  instances: readonly Owner[],
  type: ResourceType,
  name: string,
) {
  return instances.find(instance => owns(instance, type, name));
}

/** The patterns of one type in words: `orders.*, payments`. @public */
export function patternsInWords(
  instance: Pick<ApplicationInstance, 'patterns'>,
  type: ResourceType,
): string {
  const words = instance.patterns
    .filter(pattern => pattern.type === type)
    .map(patternInWords);
  return words.join(', ') || 'nothing of this kind';
}

/** @public */
export function patternInWords({ pattern, name }: NamePattern): string {
  return pattern === 'PREFIXED' ? `${name}*` : name;
}

/** Whether a pattern can be owned at all. @public */
export function checkPattern(pattern: OwnedPattern): Problem[] {
  const { type, name } = pattern;
  const where = { path: ['name'], value: name };
  const fault = patternFault(pattern);
  if (fault) {
    return [problem('pattern-name-invalid', { type, name, fault }, where)];
  }
  const coversInternal =
    name.startsWith('__') || (pattern.pattern === 'PREFIXED' && name === '_');
  return type === 'TOPIC' && coversInternal
    ? [problem('pattern-covers-internal', { type, name }, where)]
    : [];
}

function patternFault({ type, pattern, name }: OwnedPattern) {
  if (name === '') return 'is empty, and stands for everything';
  if (name.length > 249) return 'is longer than 249 characters';
  // A literal "*" is Kafka's word for every resource.
  if (name === '*') return 'stands for everything';
  if (/[\s\p{Cc}\p{Cf}]/u.test(name)) return 'has a space or control character';
  if (type !== 'TOPIC') return undefined;
  if (/[^a-zA-Z0-9._-]/.test(name)) {
    return 'may have letters, digits, ".", "_" and "-" only';
  }
  return pattern === 'LITERAL' && (name === '.' || name === '..')
    ? 'is a folder to the broker'
    : undefined;
}

/** Which patterns of others in the environment have a name in common with these. @public */
export function checkOverlap(options: {
  patterns: readonly OwnedPattern[];
  /** Instances of the same environment; those of `except` are left out. */
  others: readonly Pick<ApplicationInstance, 'id' | 'patterns'>[];
  except?: readonly string[];
}): Problem[] {
  const { patterns, others, except = [] } = options;
  return patterns.flatMap((pattern, index) =>
    others
      .filter(({ id }) => !except.includes(id))
      .flatMap(({ id, patterns: theirs }) =>
        theirs
          .filter(their => patternsOverlap(pattern, their))
          .map(their =>
            problem(
              'pattern-overlap',
              {
                type: pattern.type,
                pattern: pattern.pattern,
                name: pattern.name,
                other: patternInWords(their),
                owner: id,
              },
              { path: ['patterns', index], value: pattern.name },
            ),
          ),
      ),
  );
}
