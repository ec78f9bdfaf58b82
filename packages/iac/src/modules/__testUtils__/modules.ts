// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

export const REPOSITORY =
  'git::https://git.example.com/acme/infrastructure-modules.git';

export const CATALOG = `apiVersion: fairway.dev/v1
kind: ModuleCatalog
modules:
  network:
    title: Network
    description: A private network with subnets
    path: modules/network
    service: networking
    versions:
      v1.1.0: approved
      v1.0.0: { status: blocked, reason: Subnets overlap }
  postgres-database:
    title: PostgreSQL database
    description: A database
    path: modules/postgres-database
    service: payments-api
    versions:
      v1.0.0: { status: approved }
`;
