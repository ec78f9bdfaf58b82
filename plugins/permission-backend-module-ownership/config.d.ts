// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

export interface Config {
  ownership?: {
    /**
     * The framework permission policy: who reads, deletes, dry-runs and
     * cancels, and which actions of other plugins may run. What a team may
     * deploy is said by the ownership policy alone.
     */
    permissions?: {
      /**
       * Whether the module sets the permission policy; default true. False
       * where another module does, for example with this policy composed in.
       */
      install?: boolean;
      /**
       * Groups (or users) that see and cancel every task, and may register,
       * delete and refresh every entity. Default nobody.
       */
      administrators?: string[];
      /**
       * Groups (or users) that own templates: they may use the template editor
       * and dry-run templates. Default nobody.
       */
      templateAuthors?: string[];
      /**
       * What reads get while the ownership policy is not there or has no
       * `defaults.unmanaged.read`; default `deny`.
       */
      readWithoutPreset?: 'allow' | 'deny';
      /**
       * Scaffolder actions of other plugins that everybody may run, beside the
       * harmless ones and ours: ids, or patterns such as `acme:*`.
       */
      actions?: string[];
      /**
       * Repositories that scaffolder actions of other plugins may write to.
       */
      repositories?: Array<{
        /**
         * The action's `repoUrl`, letter by letter, for example
         * `github.com?owner=acme&repo=website`.
         */
        repoUrl: string;
        /**
         * Ids or patterns, for example `publish:github:pull-request`.
         */
        actions: string[];
      }>;
      /**
       * Permissions that somebody holds beyond what the policy says.
       */
      grants?: Array<{
        /**
         * Name of one permission, for example `catalog.location.create`.
         */
        permission: string;
        /**
         * Groups, users, or `everyone` for all who are signed in.
         */
        to: string[];
      }>;
    };
  };
}
