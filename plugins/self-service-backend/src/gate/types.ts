// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type {
  OwnershipDecision,
  OwnershipTarget,
} from '@fairway/backstage-plugin-ownership-common';
import type {
  ChangeFile,
  PlannedTarget,
} from '@fairway/backstage-plugin-self-service-common';
import type { GitHost, RepositoryRef } from '@fairway/git-host';
import type { GivenInputs, UncheckedInputs } from './inputRules';

/** What is asked of the gate: may this person write these files, with these contents, to these paths? */
export interface GateQuestion {
  /** Whose authority counts: the requester of a change, whoever acts. */
  userRef: string;
  /** Of that person, while their call lasts: then the company's permission policy is asked too. */
  credentials?: BackstageCredentials;
  repoUrl: string;
  files: ChangeFile[];
  /** What to do with a file that is there at the base with another content; `fail` if left out. */
  onExists?: 'fail' | 'replace';
  /** Attributes that the policy declares. */
  request?: Record<string, string>;
  /** What the caller believes; it may only agree. */
  expect?: { environment?: string; service?: string };
  /** Commit that the caller made the files for; it may only agree with the tip of the base branch. */
  baseSha?: string;
}

/** The answer of the gate when the change may be made; a refusal is an error of the catalogue. */
export interface GateAnswer {
  userRef: string;
  /** In its one spelling. */
  repoUrl: string;
  host: GitHost;
  repository: RepositoryRef;
  baseBranch: string;
  baseSha: string;
  targets: DecidedTarget[];
  /** Entity refs of those who decide about the targets beside the rules: the environments' owners and whoever approves. */
  deciderRefs: string[];
  /** In the order of the question. */
  files: DecidedFile[];
  /** Unified diff that the change would make. */
  diff: string;
  /** Inputs that are expressions, which could not be held against their module. */
  unchecked: UncheckedInputs[];
}

/** A file with what happens to it. */
export interface DecidedFile {
  path: string;
  action: 'created' | 'updated' | 'deleted' | 'unchanged';
}

/** Files of one target, by what the layout says about their path. */
export interface TargetFiles {
  /** A unit's folder and one of plain Terraform have services by their modules, a deployment folder by its path. */
  kind: 'unit' | 'deployment' | 'terraform';
  folder: string;
  environment: string;
  /** Name of the account's folder. */
  account?: string;
  /** Name of the region's folder. */
  region?: string;
  /** Of a deployment folder. */
  service?: string;
  files: ChangeFile[];
}

/** A target that the policy allows, by the policy's own names. */
export interface DecidedTarget extends PlannedTarget {
  decision: OwnershipDecision;
  /** Whether a unit is there at the base, which somebody made. */
  exists: boolean;
}

/** A target as paths, contents and the base say it is, before anybody is asked about it. */
export interface DerivedTarget
  extends Omit<PlannedTarget, 'targetRef' | 'action'> {
  /** What the engine is asked about. */
  question: OwnershipTarget;
  /** Left out: nothing is written. */
  exists?: boolean;
}

/** What a part of a change comes to. */
export interface Derived {
  targets: DerivedTarget[];
  /** To be held against their modules once the person may do it at all. */
  inputs: GivenInputs[];
}

/** Reads files of the base commit, each once. */
export interface BaseReader {
  /** Text of a file at the base, undefined where there is none. */
  read(path: string): Promise<string | undefined>;
  /** The nearest file of that name above a folder. */
  nearestAbove(
    name: string,
    folder: string,
  ): Promise<{ path: string; text: string } | undefined>;
}
