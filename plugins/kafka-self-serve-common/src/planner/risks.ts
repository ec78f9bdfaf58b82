// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import type { Risk } from '@fairway/requests-common';
import { isCoveredBy } from '../acls/bindings';
import { effectiveConfig } from '../configs/effective';
import type { TopicConfigDefinitions } from '../configs/types';
import { configInWords } from '../configs/words';
import type { TopicConfigs } from '../model/environment';
import type { AclBinding } from '../model/observed';
import { aclInWords } from './accessSteps';
import type { PlanStep } from './types';

/** What whoever decides should know about a plan. */
export function risksOf(options: {
  steps: readonly PlanStep[];
  /** ACLs as they will be. */
  acls: readonly AclBinding[];
  definitions?: TopicConfigDefinitions;
}): Risk[] {
  const { steps, acls, definitions } = options;
  return steps.flatMap((step): Risk[] => {
    switch (step.action) {
      case 'topic.delete':
        return [
          risk(
            'destroys-data',
            'high',
            `All records of the topic ${step.before.name} are lost.`,
          ),
        ];
      case 'topic.partitions':
        return [
          risk(
            'remaps-keys',
            'medium',
            `Records of the topic ${step.topic} go to other partitions than earlier ones with the same key.`,
          ),
        ];
      case 'topic.configs':
        return configRisks(step.topic, step, definitions);
      case 'acl.create':
        return opensToEverybody(step.after)
          ? [
              risk(
                'opens-to-everybody',
                'high',
                `Everybody or everything is meant: ${aclInWords(step.after)}.`,
              ),
            ]
          : [];
      case 'acl.delete':
        return endsAccess(step.before, acls)
          ? [
              risk(
                'ends-access',
                'medium',
                `It ends that ${aclInWords(step.before)}.`,
              ),
            ]
          : [];
      case 'subject.delete':
        return [
          risk(
            'destroys-schemas',
            'high',
            `All schemas of the subject ${step.before.name} are lost.`,
          ),
        ];
      case 'user.delete':
        return [
          risk(
            'ends-access',
            'high',
            `Clients that sign in as ${step.before.user} can do so no longer.`,
          ),
        ];
      default:
        return [];
    }
  });
}

function risk(code: string, level: Risk['level'], message: string): Risk {
  return { code, level, message };
}

function opensToEverybody(acl: AclBinding): boolean {
  const { permission, principal, resourceName } = acl;
  return (
    permission === 'ALLOW' &&
    (principal === 'User:*' || resourceName === '*' || resourceName === '')
  );
}

/** Whether nothing that stays allows the same. */
function endsAccess(acl: AclBinding, staying: readonly AclBinding[]): boolean {
  return (
    acl.permission === 'ALLOW' &&
    !staying.some(outer => isCoveredBy(acl, outer))
  );
}

function configRisks(
  topic: string,
  change: { before: TopicConfigs; after: TopicConfigs },
  definitions?: TopicConfigDefinitions,
): Risk[] {
  const read = (side: 'before' | 'after', key: string) =>
    effectiveConfig({ configs: change[side], definitions }, key) ?? '';
  const inWords = (side: 'before' | 'after', key: string) =>
    configInWords(key, read(side, key));
  const changed = (key: string) =>
    Object.hasOwn(change.before, key) || Object.hasOwn(change.after, key);
  const limit = (side: 'before' | 'after', key: string) => {
    const value = Number(read(side, key));
    return value < 0 ? Infinity : value;
  };
  const risks: Risk[] = [];
  for (const key of ['retention.ms', 'retention.bytes']) {
    if (changed(key) && limit('after', key) < limit('before', key)) {
      risks.push(
        risk(
          'shortens-retention',
          'high',
          `Records of the topic ${topic} beyond ${key} ${inWords(
            'after',
            key,
          )} are deleted; it was ${inWords('before', key)}.`,
        ),
      );
    }
  }
  if (changed('cleanup.policy')) {
    risks.push(
      risk(
        'changes-cleanup',
        'high',
        `The topic ${topic} is cleaned up by "${read(
          'after',
          'cleanup.policy',
        )}" instead of "${read(
          'before',
          'cleanup.policy',
        )}": other records are deleted, and a compacted topic takes none without a key.`,
      ),
    );
  }
  const key = 'min.insync.replicas';
  if (
    changed(key) &&
    Number(read('after', key)) < Number(read('before', key))
  ) {
    risks.push(
      risk(
        'weakens-durability',
        'medium',
        `A write to the topic ${topic} counts as safe with fewer replicas.`,
      ),
    );
  }
  const unclean = 'unclean.leader.election.enable';
  if (changed(unclean) && read('after', unclean) === 'true') {
    risks.push(
      risk(
        'weakens-durability',
        'high',
        `The topic ${topic} can lose records that were written when a broker fails.`,
      ),
    );
  }
  return risks;
}
