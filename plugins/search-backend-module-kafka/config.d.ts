// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

export interface Config {
  search?: {
    collators?: {
      /** How topics come into the search. */
      kafka?: {
        /** Address of a topic's page; `/kafka/topics/:environment/:name` when left out. */
        locationTemplate?: string;
        /** How often the topics are read; every 10 minutes when left out. */
        schedule?: {
          /** `{ minutes: 10 }`, `10m`. */
          frequency: string | { [unit: string]: number };
          timeout: string | { [unit: string]: number };
          initialDelay?: string | { [unit: string]: number };
        };
      };
    };
  };
}
