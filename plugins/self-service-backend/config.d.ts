// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

export interface Config {
  /** Self-service changes to infrastructure repositories. */
  selfService?: {
    /** The repositories that may be read and written; no other is, whatever the credentials could reach. */
    repositories: Array<{
      /** Which one, for example `local?owner=acme&repo=infrastructure-live`. */
      repoUrl: string;
      /**
       * How it is known that a merged change was applied. `none`: it is not, a change ends when it is merged;
       * `checks`: checks and deployments of the merge commit; `report`: the pipeline reports.
       */
      apply: 'none' | 'checks' | 'report';
      /**
       * Globs that nobody changes through the portal. When left out: `.github/**`, and at any depth what lies in
       * `_envcommon` and the files `root.hcl`, `account.hcl`, `region.hcl`, `env.hcl` and `CODEOWNERS`.
       */
      protected?: string[];
    }>;
    /** The vetted modules. */
    modules: {
      /** The repository of the modules, which is only read, for example `local?owner=acme&repo=infrastructure-modules`. */
      repoUrl: string;
      /** How units name that repository: `git::https://git.example.com/acme/infrastructure-modules.git`. */
      source: string;
      /** The list of modules and versions in that repository; `iac-catalog.yaml` when left out. */
      catalogFile?: string;
    };
    /** Bare repositories on this machine, for repoUrls that begin with `local?`. */
    local?: {
      /** Folder that holds them as `<owner>/<repo>.git`; relative paths start at the working directory. */
      root: string;
    };
    /** Groups whose members may read, export and verify every request, as entity refs; none when left out. */
    administrators?: string[];
    /** Who is told what happens to requests, beside the portal's own notifications. */
    webhooks?: Array<{
      /**
       * Where it is posted; the body has a `text`, which chat systems with Slack-compatible webhooks show.
       * @visibility secret
       */
      url: string;
      /**
       * Signs each message: `x-fairway-signature` is `v1,` and the HMAC-SHA256 of `<x-fairway-timestamp>.<body>` in hex.
       * @visibility secret
       */
      secret?: string;
      /** Environments of the ownership policy; all when left out. */
      environments?: string[];
      /** `submitted`, `approved`, `rejected`, `changes-requested`, `cancelled`, `expired`, `reminder`, `superseded`, `failed`, `succeeded`; all when left out. */
      events?: string[];
    }>;
  };
}
