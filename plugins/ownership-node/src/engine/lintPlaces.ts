// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { PolicyProblem } from '@fairway/backstage-plugin-ownership-common';
import type { CompiledPolicy, CompiledRule } from './model';
import { byPlace, type Path, written } from './problems';
import { readYaml, type SourceMap } from './yamlSource';

/** Collects warnings with their places; the text is read again only if there are any. */
export class Places {
  readonly #policy: CompiledPolicy;
  readonly #text: string;
  readonly #found: PolicyProblem[] = [];
  readonly #sources = new Map<string, SourceMap | undefined>();

  static create(policy: CompiledPolicy, text: string) {
    return new Places(policy, text);
  }

  private constructor(policy: CompiledPolicy, text: string) {
    this.#policy = policy;
    this.#text = text;
  }

  warn(path: Path, message: string, file = this.#policy.source) {
    this.#found.push({
      severity: 'warning',
      file,
      ...this.#source(file)?.place(path),
      message: `${written(path)}: ${message}`,
    });
  }

  /** Also for a rule of a team's file, whose index there is not the one here. */
  warnAbout(rule: CompiledRule, message: string) {
    const { file } = rule;
    const { rules } = this.#policy.internals;
    const first = rules.findIndex(each => each.file === file);
    this.warn(['rules', rule.index - first], message, file);
  }

  #source(file: string): SourceMap | undefined {
    if (!this.#sources.has(file)) {
      const own = this.#policy.document.$teamFiles?.find(
        each => each.file === file,
      );
      const yaml = readYaml(own?.text ?? this.#text, file);
      this.#sources.set(file, yaml.problems ? undefined : yaml.source);
    }
    return this.#sources.get(file);
  }

  list(): PolicyProblem[] {
    const main = this.#policy.source;
    const rank = ({ file }: PolicyProblem) => (file === main ? '' : file);
    return [...this.#found].sort(
      (a, b) =>
        (rank(a) < rank(b) ? -1 : Number(rank(a) > rank(b))) || byPlace(a, b),
    );
  }
}
