// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { policyMessages } from './components/PolicyBanner/messages';
import { formMessages } from './components/TargetForm/messages';
import { breakGlassMessages } from './pages/BreakGlassPage/messages';
import { explainMessages } from './pages/ExplainPage/messages';
import { matrixMessages } from './pages/MatrixPage/messages';
import { simulateMessages } from './pages/SimulatePage/messages';
import { whoCanMessages } from './pages/WhoCanPage/messages';

/** The words of this plugin; those of the shared pieces are in `fairwayComponentsTranslationRef` of `@fairway/requests-react`. @public */
export const ownershipTranslationRef = createTranslationRef({
  id: 'plugin.ownership',
  messages: {
    cancel: 'Cancel',
    askFor: 'Whom to ask:',
    answer: {
      allow: 'Allowed',
      needs: 'With {{attributes}}',
      deny: 'Not allowed',
    },
    rules: {
      by: 'by',
      line: 'line {{line}}',
      fileLine: '{{file}}, line {{line}}',
      for: 'for {{selectors}}',
      when: 'if {{condition}}',
    },
    policy: policyMessages,
    problems: {
      error: 'Error',
      warning: 'Warning',
      goTo: 'Go to line {{line}}',
    },
    form: formMessages,
    matrix: matrixMessages,
    whoCan: whoCanMessages,
    explain: explainMessages,
    simulate: simulateMessages,
    breakGlass: breakGlassMessages,
  },
});
