// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

/** Words of the fields about modules and units. */
export const fieldMessages = {
  inputs: {
    label: 'Settings',
    loading: 'Reading what the module takes',
    checking: 'Reading again for what you chose',
    error: 'What the module takes could not be read',
    notAllowed: 'you may not see this',
    chooseUnit: {
      title: 'Choose a unit first',
      text: 'Its settings show here as they are in Git.',
    },
    chooseModule: {
      title: 'Choose a module first',
      text: 'What it takes shows here.',
    },
    noVersion: {
      title: 'No version may be used',
      text: 'No version of “{{module}}” is approved. Ask whoever keeps the modules.',
    },
    empty: 'The module takes no inputs.',
    blocked:
      'The version {{version}} is blocked: {{reason}} Choose an approved one.',
    needed: 'Needed',
    neededBy: 'Asked for by {{version}}',
    there: 'As it is in Git',
    optional: 'Optional settings ({{number}})',
    optionalSet: 'Optional settings ({{number}}, {{set}} set)',
    inGit: 'In Git: {{value}}',
    putBack: 'Put back {{name}}',
    putBackShort: 'Put it back',
    byReference:
      'Read from the output “{{output}}” of {{dependency}}. It stays as it is.',
    byExpression: 'An expression in the file. It stays as it is.',
    forced: 'Always {{value}}: whoever keeps the modules has set it.',
    byDependency: 'Filled from the output “{{output}}” of {{dependency}}.',
    default: 'Default: {{value}}',
    notSet: 'Not set',
    yes: 'Yes',
    no: 'No',
    required: 'Required',
    item: '{{name}} {{number}}',
    addItem: 'Add to {{name}}',
    removeItem: 'Remove {{name}} {{number}}',
    key: 'Name {{number}} in {{name}}',
    value: 'Value of {{key}}',
    addEntry: 'Add to {{name}}',
    removeEntry: 'Remove entry {{number}} of {{name}}',
    twice: 'The name “{{key}}” is there twice; the last one counts.',
    json: 'A value as JSON, for example "text", 12, true, ["a"], {"key": "value"}.',
    notJson: 'This is not JSON: {{problem}}',
    secret:
      'Sensitive: never a value, only where it comes from, as dependency.<name>.outputs.<output>.',
    secretNone:
      'Sensitive: it can only come from another unit. Leave it out, or take the output of a dependency.',
    problem: '{{path}} {{message}}',
    unchanged: 'Nothing is changed yet. Change at least one setting.',
    secretInvalid:
      '{{name}} is no reference to an output of a dependency; write dependency.<name>.outputs.<output>, with a dependency of this unit',
    unchecked: 'The settings could not be checked ({{cause}}). Try again.',
    upgrade: {
      title: 'From {{from}} to {{to}}',
      same: 'The inputs are the same.',
      addedRequired: 'New, and needed: {{names}}',
      addedOptional: 'New: {{names}}',
      removed: 'Gone, and taken out of the file: {{names}}',
      defaultChanged: '{{name}}: the default was {{before}} and is {{after}}',
      defaultKeep:
        '{{name}}: the default was {{before}} and is {{after}}. The file leaves it out: set it to keep {{before}}.',
      changed: '{{name}}: its type or its rules are not the same',
    },
  },
  version: {
    label: 'Version',
    loading: 'Reading which versions may be used',
    error: 'The versions could not be loaded',
    notAllowed: 'you may not see the versions',
    chooseModule: {
      title: 'Choose what to use first',
      text: 'The versions that may be used show here.',
    },
    empty: {
      title: 'No versions',
      text: 'The catalog of modules lists no version of “{{module}}”. Ask whoever keeps the modules.',
    },
    none: {
      title: 'no version of this module may be used',
      text: 'Every one is blocked; the reasons are below.',
    },
    newest: 'Newest',
    current: 'In use now',
    blocked: 'Blocked',
    unknown: 'The version “{{version}}” is not listed. Choose one of the list.',
    isBlocked: 'The version {{version}} is blocked: {{reason}}',
    unchecked:
      'It could not be checked whether “{{version}}” may be used ({{cause}}). Try again.',
  },
  unit: {
    label: 'Unit',
    loading: 'Looking for the units that you may see',
    error: 'The units could not be loaded',
    notAllowed: 'you may not see the units',
    empty: {
      title: 'No units',
      text: 'There is no unit here that you may see. Order one first, or choose another environment.',
    },
    choose: 'Choose a unit',
    hidden: '{{number}} more are not shown: you may not see them.',
    option: '{{name}} · {{environment}} · {{module}} {{version}}',
    plain: '{{name}} · {{environment}}',
    unknown:
      'There is no unit “{{path}}” that you may see. Choose one of the list.',
    unchecked:
      'It could not be checked whether “{{path}}” is there ({{cause}}). Try again.',
  },
  dependency: {
    label: 'What it takes from other units',
    loading: 'Looking for units with outputs',
    error: 'The units could not be loaded',
    notAllowed: 'you may not see the units',
    empty: {
      title: 'No other units',
      text: 'There is no other unit in this environment that you may see, so there is nothing to take from.',
    },
    none: 'It takes nothing from other units yet.',
    unit: 'Unit {{number}}',
    choose: 'Choose a unit',
    add: 'Take from another unit',
    remove: 'Do not take from {{name}}',
    removeNew: 'Remove unit {{number}}',
    outputsLoading: 'Reading the outputs of {{name}}',
    outputsError: 'The outputs of {{name}} could not be read',
    noOutputs: 'It gives no outputs.',
    input: 'Input {{number}} filled from {{name}}',
    output: 'Output {{number}} of {{name}}',
    addOutput: 'Take an output of {{name}}',
    removeOutput: 'Take output {{number}} of {{name}} no longer',
    sensitive: '{{name}} (sensitive)',
    incomplete: 'Choose the unit, or remove the row.',
    noInput:
      'Choose an input and an output for {{name}}, or take the unit out.',
    twice: 'The input “{{input}}” is filled twice. Take one out.',
  },
} as const;
