// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

export interface Config {
  /** Self-service changes to infrastructure repositories. */
  selfService?: {
    /** What `iac:validate` checks beside its built-in rules. */
    validation?: {
      /** The company's own rules, for the engine `rego`. */
      rego?: {
        /** `bundle.tar.gz` of `opa build -t wasm`, or the `.wasm` alone; relative paths start at the working directory. */
        bundle: string;
        /** Rule that gives the findings, for example `fairway/findings`; the bundle's first one when left out. */
        entrypoint?: string;
      };
    };
  };
}
