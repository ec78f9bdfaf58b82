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
      /**
       * Globs of YAML files that may be changed in the folders of services, as the ownership policy's layout names them,
       * for example `deploy/**\/*.yaml`. When left out, `values.yaml` of a service's folder alone.
       */
      yaml?: string[];
    }>;
    /**
     * Owners of whom people may have repositories made; nobody's when left out. Each is called as a service of the
     * ownership policy, and whoever may deploy that service may ask for it. It begins with one commit, and the portal does not
     * write to it again unless it is named in `repositories`.
     */
    newRepositories?: Array<{
      /** As repoUrls begin: `github.com`, `local`. */
      host: string;
      /** Organization or account, for example `acme`. */
      owner: string;
      /** Environment of the ownership policy whose rules and approvals for the service count. */
      environment: string;
      /** Groups of whom one member has to say yes, beside those whom the policy asks, as entity refs. */
      approvers?: string[];
      /** Which ones may be chosen; `private` alone when left out. */
      visibility?: Array<'private' | 'public'>;
      /** Globs of files that none begins with; when left out `.github/**` and `CODEOWNERS` at any depth. */
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
      /** Group that owns them in the catalog, as entity ref; the first of the administrators when left out. */
      owner?: string;
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
    /** How pipelines report on repositories with `apply: report`. */
    report?: {
      /** Whose OIDC tokens `POST /report/token` swaps for a report token; none when left out. */
      issuers?: Array<{
        /** Fills in issuer, claims and host: `github-actions` or `gitlab`. */
        preset?: 'github-actions' | 'gitlab';
        /** The `iss` claim, letter by letter: `https://token.actions.githubusercontent.com`. */
        issuer?: string;
        /** Where its public keys are; its discovery document says so when left out. */
        jwksUri?: string;
        /** The `aud` claim, which the pipeline has to ask its token for: the portal's address, for example. */
        audience: string;
        /** The claim that says `owner/repo`. */
        repositoryClaim?: string;
        /** The claim that says the commit id. */
        commitClaim?: string;
        /**
         * Host of the repositories that it speaks of, as repoUrls begin: `github.com`. When left out, a name that
         * repositories of two hosts share is refused.
         */
        host?: string;
        /** Further claims and the values that they must have: `ref: refs/heads/main`. */
        claims?: { [claim: string]: string };
      }>;
      /** How long a report token is good for: `1h`, `{ minutes: 30 }`; an hour when left out, a day at most. */
      tokenLifetime?: string | { [unit: string]: number };
      /** Subjects of static external access tokens that may report: `external:demo-runner`; all of them when left out. */
      subjects?: string[];
    };
    /**
     * Who is told to do something elsewhere, by a short name that templates use. Texts of `inputs`, `url`, `headers`, `body`
     * and `value` may hold places such as `{{ values.tag }}`: docs/dispatch.md lists them.
     */
    dispatch?: {
      [receiver: string]: {
        /** For people; the short name when left out. */
        title?: string;
        type: 'github-workflow' | 'webhook' | 'kafka-topic';
        /** Environments of the ownership policy that it is for; all when left out. */
        environments?: string[];
        /** Services of the ownership policy that it is for; all when left out. */
        services?: string[];
        /** What it takes, by name; anything when left out. */
        values?: {
          [name: string]: {
            required?: boolean;
            /** Regular expression that the whole text has to match. */
            pattern?: string;
            enum?: string[];
          };
        };
        /** How long what it makes may live. */
        lifetime?: {
          /**
           * The longest that an order gives it, and its owner without an approval: an ISO 8601 duration such as `P14D`; any
           * when left out.
           */
          maximum?: string;
        };
        /** From the dispatch to its end: `1h`, which it is when left out, a day at most. */
        timeout?: string | { [unit: string]: number };

        /** github-workflow: the repository, which needs an integration: `github.com?owner=acme&repo=operations`. */
        repoUrl?: string;
        /** github-workflow: the file's name, for example `deploy.yaml`. */
        workflow?: string;
        /** github-workflow: branch or tag; the default branch when left out. */
        ref?: string;
        /** github-workflow: the workflow's inputs. `fairway_request` and every value when left out; else one has to hold `{{ request.key }}`. */
        inputs?: { [name: string]: string };
        /** github-workflow: time between two looks at the run; 15 seconds when left out. */
        poll?: string | { [unit: string]: number };

        /** webhook: `POST` when left out. */
        method?: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
        /**
         * webhook: an https address, with places in its path and query.
         * @visibility secret
         */
        url?: string;
        /**
         * webhook: headers beside ours.
         * @deepVisibility secret
         */
        headers?: { [name: string]: string };
        /** webhook: what is sent; everything that is known when left out. */
        body?: unknown;
        /** webhook: also addresses of private networks, and plain http; not when left out. */
        allowPrivate?: boolean;
        /** webhook: what ends it, a report (when left out) or that it was answered. */
        ends?: 'report' | 'response';

        /** kafka-topic: brokers as `host:port`. */
        bootstrapServers?: string[];
        /** kafka-topic: the topic, which has to be there. */
        topic?: string;
        /** kafka-topic: what is sent; everything that is known when left out. */
        value?: unknown;
        /** kafka-topic: `true`, or with certificates in PEM. */
        tls?:
          | boolean
          | {
              ca?: string;
              certificate?: string;
              /** @visibility secret */
              key?: string;
            };
        /** kafka-topic: how it signs in. */
        sasl?: {
          mechanism: 'PLAIN' | 'SCRAM-SHA-256' | 'SCRAM-SHA-512';
          username: string;
          /** @visibility secret */
          password: string;
        };

        /**
         * webhook and kafka-topic: signs each message, as `selfService.webhooks[].secret` does.
         * @visibility secret
         */
        secret?: string;
      };
    };
    /** Who does the work of requests. */
    worker?: {
      /** After so much silence of one process another takes over its work: `30s`, which it is when left out. */
      lease?: string | { [unit: string]: number };
      /** Time between two looks for work of other processes; 2 seconds when left out. */
      poll?: string | { [unit: string]: number };
      /** How long one attempt of a step may take before it has failed and is tried again; 10 minutes when left out. */
      stepLimit?: string | { [unit: string]: number };
      /** Pause before a failed step is tried again, twice as long each time; 5 seconds when left out. */
      retryPause?: string | { [unit: string]: number };
    };
    /** Looking after the ends of resources. */
    lifetimes?: {
      /** Time between two looks at what ends: `1m`, which it is when left out. */
      every?: string | { [unit: string]: number };
      /** Time between two comparisons of what is kept with what is in Git; 5 minutes when left out. */
      reconcile?: string | { [unit: string]: number };
    };
    /** Looking after the pull requests of open requests. */
    watch?: {
      /** Time between two looks at the host, the net below its webhooks: `30s`, `{ minutes: 1 }`; 30 seconds when left out. */
      frequency?: string | { [unit: string]: number };
    };
  };
}
