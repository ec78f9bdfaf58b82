// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

export interface Config {
  catalog?: {
    providers?: {
      /** What the backends of the suite say of environments, modules and resources. */
      fairway?: {
        /** Ids of the backend plugins that are asked; `self-service` and `ownership` when left out. */
        plugins?: string[];
        /** How often, beside the moments at which a backend says that something moved; every 60 seconds when left out. */
        schedule?: {
          /** `{ seconds: 5 }`, `5s`. */
          frequency: string | { [unit: string]: number };
          timeout: string | { [unit: string]: number };
          initialDelay?: string | { [unit: string]: number };
        };
      };
    };
  };
}
