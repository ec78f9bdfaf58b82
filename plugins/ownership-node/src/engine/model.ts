// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type {
  OwnershipAction,
  OwnershipPolicyDocument,
} from '@fairway/backstage-plugin-ownership-common';
import type { RuleIndex } from './ruleIndex';
import type { Condition } from './when';

/** What a request can touch besides its environment; each is a leg of its own. */
export const TARGET_KINDS = [
  'service',
  'account',
  'network',
  'cluster',
  'store',
] as const;

/** @public */
export type TargetKind = (typeof TARGET_KINDS)[number];

/** Kinds that somebody can own, as in `owner:environment`. @public */
export type OwnedKind = TargetKind | 'environment';

/** Something of the policy that has a name and mostly owners. @public */
export interface PolicyEntry {
  readonly kind: OwnedKind;
  /** As the policy writes it. */
  readonly name: string;
  readonly aliases: readonly string[];
  /** Ids of the owning teams; empty for an account, network or cluster without owners. */
  readonly owners: ReadonlySet<string>;
  /** Only its owners, whatever a rule says. */
  readonly restricted: boolean;
  readonly line: number;
  /** Name of the environment that an account, network, cluster or store belongs to. */
  readonly environment?: string;
}

/** @public */
export interface EnvironmentEntry extends PolicyEntry {
  readonly kind: 'environment';
  readonly tier: string;
  readonly description?: string;
  readonly accounts: readonly PolicyEntry[];
  readonly networks: readonly PolicyEntry[];
  readonly clusters: readonly PolicyEntry[];
  readonly stores: readonly PolicyEntry[];
}

/** @public */
export interface ServiceEntry extends PolicyEntry {
  readonly kind: 'service';
  /** Data stores that a change of this service always touches, named or not. */
  readonly stores: readonly PolicyEntry[];
}

/** @public */
export interface TeamEntry {
  readonly name: string;
  /** Group entity refs, folded. */
  readonly groups: readonly string[];
  readonly codeowners?: string;
  readonly line: number;
}

/** Where a rule or an approval applies; what is left out applies everywhere. */
export interface Scope {
  readonly actions: ReadonlySet<OwnershipAction>;
  /** Canonical environment names; undefined for "anywhere, even if not known". */
  readonly environments?: ReadonlySet<string>;
  /** `service:payments-api`, `store:*`, folded. */
  readonly on?: ReadonlySet<string>;
  readonly to: Audience;
  readonly when?: Condition;
}

/** Who a rule speaks about. */
export interface Audience {
  readonly everyone: boolean;
  readonly teams: ReadonlySet<string>;
  /** User and group entity refs, folded. */
  readonly refs: ReadonlySet<string>;
  readonly owners: ReadonlySet<OwnedKind>;
}

/** A rule of the policy. */
export interface CompiledRule extends Scope {
  readonly id: string;
  /** Name of the team's file that it comes from; undefined for the policy itself. */
  readonly file?: string;
  /** Place in the file; decides only which of several matching rules is named. */
  readonly index: number;
  readonly line: number;
  readonly effect: 'allow' | 'deny';
  readonly why?: string;
  /** A deny that no break-glass grant passes. */
  readonly never: boolean;
}

/** Who has to approve, from the `from:` of a stage. */
export interface CompiledStage {
  readonly teams: ReadonlySet<string>;
  readonly refs: ReadonlySet<string>;
  readonly owners: ReadonlySet<OwnedKind>;
  readonly count: number;
  readonly rejectAfter: number;
}

/** An entry of `approvals:`. */
export interface CompiledApproval extends Scope {
  readonly id: string;
  readonly line: number;
  /** Name of the team's file that it comes from: such an entry only adds stages. */
  readonly file?: string;
  readonly fallback: boolean;
  readonly auto: boolean;
  readonly stages: readonly CompiledStage[];
  readonly decideWithin?: string;
  readonly remindAfter?: string;
}

/** An entry of `limits:`. */
export interface CompiledLimit {
  readonly id: string;
  readonly line: number;
  readonly file?: string;
  /** Canonical name; undefined for all of them. */
  readonly service?: string;
  /** Canonical environment names; undefined for anywhere. */
  readonly environments?: ReadonlySet<string>;
  readonly atMost: { readonly [per in LimitPer]?: number };
  /** Which resources count. */
  readonly when?: Condition;
  readonly why?: string;
}

/** What a limit counts by. @public */
export type LimitPer = 'team' | 'service' | 'environment';

/** An entry of `clients:`. @public */
export interface ClientEntry {
  readonly name: string;
  /** Subjects of service credentials: `external:release-bot`. */
  readonly principals: readonly string[];
  /** Teams whose groups it counts as a member of. */
  readonly teams: readonly string[];
}

/** An entry of `layout:`. */
export interface CompiledLayout {
  /** Folded name of the repository. */
  readonly repo: string;
  readonly glob: string;
  readonly line: number;
  readonly pattern: RegExp;
  /** How many leading segments make the folder of the target. */
  readonly depth: number;
}

/** @public */
export interface BreakGlassSettings {
  readonly teams: ReadonlySet<string>;
  readonly maxMinutes: number;
  readonly require: ReadonlySet<string>;
  readonly approvals: number;
  /** Actions that no grant passes. */
  readonly never: ReadonlySet<string>;
}

/**
 * A policy that loaded without errors, indexed for decisions. Immutable; hold
 * on to it and swap it as a whole.
 *
 * @public
 */
export interface CompiledPolicy {
  /** SHA-256 of the text, in hex. */
  readonly revision: string;
  /** Name of the file, for messages. */
  readonly source: string;
  readonly document: OwnershipPolicyDocument;
  readonly teams: ReadonlyMap<string, TeamEntry>;
  /** By canonical name, in the order of the file. */
  readonly environments: ReadonlyMap<string, EnvironmentEntry>;
  readonly services: ReadonlyMap<string, ServiceEntry>;
  readonly stores: ReadonlyMap<string, PolicyEntry>;
  readonly clients: ReadonlyMap<string, ClientEntry>;
  /** Names of request attributes, without `request.`. */
  readonly attributes: ReadonlySet<string>;
  readonly unguarded: ReadonlySet<string>;
  readonly breakGlass?: BreakGlassSettings;
  /** @internal */
  readonly internals: PolicyInternals;
}

/** Indices; no part of the public shape. */
export interface PolicyInternals {
  readonly rules: readonly CompiledRule[];
  readonly approvals: readonly CompiledApproval[];
  readonly limits: readonly CompiledLimit[];
  readonly layout: readonly CompiledLayout[];
  readonly allow: RuleIndex;
  readonly deny: RuleIndex;
  /** Denies with `breakGlass: never` alone. */
  readonly never: RuleIndex;
  /** Group ref (folded) to team ids. */
  readonly teamsByGroup: ReadonlyMap<string, readonly string[]>;
  /** Per kind: folded name or alias to entry. */
  readonly byName: {
    readonly [kind in OwnedKind]: ReadonlyMap<string, PolicyEntry>;
  };
}
