// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/** Who may call a route, as the end of "For …". */
export const PEOPLE = 'signed-in people, as far as they may see it';
export const ADMINISTRATORS = 'administrators of Kafka self-serve';
export const SERVICES = 'services, such as the catalog';
