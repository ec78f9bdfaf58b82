// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { changeMessages } from './change/messages';
import { dispatchMessages } from './dispatch/messages';
import { endingsMessages } from './endings/messages';
import { entityMessages } from './entity/messages';
import { fieldMessages } from './fields/messages';
import { firstStepsMessages } from './firstSteps/messages';
import { lifetimeMessages } from './lifetime/messages';
import { auditMessages } from './pages/AuditPage/messages';
import { driftMessages } from './pages/DriftPage/messages';
import { environmentsMessages } from './pages/EnvironmentsPage/messages';
import { hubMessages } from './pages/HubPage/messages';
import { moduleMessages } from './pages/ModulesPage/messages';
import { requestsMessages } from './pages/requests/messages';
import { reviseMessages } from './pages/RevisePage/messages';

/** The words of this plugin; those of the shared pieces are in `fairwayComponentsTranslationRef` of `@fairway/requests-react`. @public */
export const selfServiceTranslationRef = createTranslationRef({
  id: 'plugin.self-service',
  messages: {
    source: {
      title: 'Infrastructure',
      change: 'Change',
      dispatch: 'Dispatch',
      repository: 'New repository',
    },
    dispatch: dispatchMessages,
    page: { notFound: 'Page not found' },
    order: 'Order something',
    start: {
      title: 'Infrastructure on request, with guardrails',
      text: 'Order what you need with a form. You see the exact change before anybody else does, those who are responsible approve exactly that, and you can follow it until it is there.',
    },
    firstSteps: firstStepsMessages,
    requests: requestsMessages,
    revise: reviseMessages,
    administration: {
      notAllowed: 'this is for those who administer requests',
      whom: 'The configuration of the portal names the people and groups who see the requests of everybody. Ask the people who run the portal; your own requests and those that you decide about are in the other lists.',
    },
    audit: auditMessages,
    entity: entityMessages,
    lifetime: lifetimeMessages,
    change: changeMessages,
    modules: moduleMessages,
    hub: hubMessages,
    endings: endingsMessages,
    environments: environmentsMessages,
    drift: driftMessages,
    ...fieldMessages,
    environment: {
      label: 'Environment',
      loading: 'Asking which environments you may use',
      checking: 'Checking again with what you filled in',
      error: 'The environments could not be loaded',
      empty: {
        title: 'No environments',
        text: 'The ownership policy names no environment. Ask the people who run the portal to add one.',
      },
      none: {
        title: 'there is no environment where you may do this',
        text: 'The reasons are below, environment by environment.',
      },
      tier: 'Tier {{tier}}',
      refused: 'Not allowed',
      allowedBy: 'Allowed by rule {{rule}}',
      refusedBy: 'Rule {{rule}}',
      askFor: 'Ask',
      askForElse: 'Otherwise ask',
      needs: 'Needs {{attribute}}',
      needsField: 'Needs {{attribute}}: fill in {{field}}',
      unknown:
        'The environment "{{environment}}" is not in the ownership policy. Choose one of the list.',
      unchecked:
        'It could not be checked whether you may use "{{environment}}" ({{cause}}). Try again.',
    },
  },
});
