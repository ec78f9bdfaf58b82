// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import {
  type OwnedPattern,
  type ResourceType,
  topicsOfSubject,
} from '@fairway/backstage-plugin-kafka-self-serve-common';
import { type InstanceName, literalName, type Named } from './instanceNames';

/** Names and beginnings of names of one type, with whose they are. */
class Names {
  readonly #literals = new Map<string, string>();
  readonly #prefixes = new Map<string, string>();
  readonly #lengths = new Set<number>();

  add({ pattern, name }: OwnedPattern, id: string): void {
    if (pattern === 'LITERAL') {
      this.#literals.set(name, id);
    } else {
      this.#prefixes.set(name, id);
      this.#lengths.add(name.length);
    }
  }

  ownerOf(name: string): string | undefined {
    const literal = this.#literals.get(name);
    if (literal !== undefined) return literal;
    for (const length of this.#lengths) {
      const found = this.#prefixes.get(name.slice(0, length));
      if (found !== undefined && name.length >= length) return found;
    }
    return undefined;
  }
}

/** Whose names are, for many names at once. Patterns do not overlap, so each name has one owner at most. */
export class Owners {
  readonly #names = new Map<ResourceType, Names>();
  readonly #principals = new Map<string, string>();

  /** Names of one environment. */
  static of(names: Iterable<InstanceName>): Owners {
    return new Owners(names);
  }

  private constructor(names: Iterable<InstanceName>) {
    for (const { type, pattern, name, instance } of names) {
      if (type === 'PRINCIPAL') this.#principals.set(name, instance);
      else this.#of(type).add({ type, pattern, name }, instance);
    }
  }

  ofTopic(name: string): string | undefined {
    return this.#of('TOPIC').ownerOf(name);
  }

  ofGroup(name: string): string | undefined {
    return this.#of('GROUP').ownerOf(name);
  }

  ofTransactionalId(name: string): string | undefined {
    return this.#of('TRANSACTIONAL_ID').ownerOf(name);
  }

  /** As `ownerOfSubject`: a pattern of subjects first, then the plain strategy, then topic and record. */
  ofSubject(name: string): string | undefined {
    const own = this.#of('SUBJECT').ownerOf(name);
    if (own !== undefined) return own;
    return topicsInSubject(name)
      .map(topic => this.ofTopic(topic))
      .find(owner => owner !== undefined);
  }

  ofPrincipal(principal: string): string | undefined {
    return this.#principals.get(principal);
  }

  #of(type: ResourceType): Names {
    let names = this.#names.get(type);
    if (!names) {
      names = new Names();
      this.#names.set(type, names);
    }
    return names;
  }
}

/** Topics that a subject can be of by its name, likeliest first. */
export function topicsInSubject(name: string): string[] {
  return [
    ...new Set([
      ...topicsOfSubject(name, 'TopicName'),
      ...topicsOfSubject(name, 'TopicRecordName'),
    ]),
  ];
}

/** Whose names say who a subject is of. */
export function namesOfSubject(name: string): Named[] {
  return [
    literalName('SUBJECT', name),
    ...topicsInSubject(name).map(topic => literalName('TOPIC', topic)),
  ];
}
