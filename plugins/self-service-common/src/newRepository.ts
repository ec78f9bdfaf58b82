// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/** Kind of a request that begins a repository of its own. @public */
export const REPOSITORY_KIND = 'repository';

/** Payload of a request of kind `repository`. @public */
export type RepositoryPayload = {
  /** Where it shall be, of an owner in `selfService.newRepositories`. It is called as a service of the ownership policy. */
  repoUrl: string;
  /** What it begins with. */
  files: { path: string; content: string }[];
  /** One line that says what it is for. */
  description?: string;
  /** `private` if left out. */
  visibility?: 'private' | 'public';
  /** The group that will own it, one of the requester's; the first of these if left out. */
  ownerRef?: string;
  /** Attributes that the ownership policy declares, for example `{ changeTicket: 'CHG-1' }`. */
  request?: Record<string, string>;
  /** Where it comes from, for the record. */
  origin?: { templateRef?: string; taskId?: string };
};

/** Plan of a request of kind `repository`: what the approval's digest covers. @public */
export type RepositoryPlan = {
  /** In its one spelling. */
  repoUrl: string;
  /** The policy's own names. */
  environment: string;
  service: string;
  /** As the policy writes it: `dev/orders-search`. */
  targetRef: string;
  visibility: 'private' | 'public';
  description?: string;
  files: {
    path: string;
    /** SHA-256 of the content, in hex. */
    sha256: string;
  }[];
  /** Attributes that the decision rests on. */
  request?: Record<string, string>;
};

/** What the step of such a request makes, as `outputs` of its request. @public */
export type RepositoryOutputs = {
  /** The first commit. */
  commitSha?: string;
  defaultBranch?: string;
  /** Page of it, where the host has one. */
  remoteUrl?: string;
};
