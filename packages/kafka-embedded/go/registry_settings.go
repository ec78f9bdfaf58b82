// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

package main

import "net/http"

const defaultMode = "READWRITE"

var modes = map[string]bool{
	"READWRITE": true, "READONLY": true, "READONLY_OVERRIDE": true, "IMPORT": true,
}

func (r *registry) writable(subject string) *failure {
	if mode := setting(r.modes, subject, defaultMode); mode == "READONLY" || mode == "READONLY_OVERRIDE" {
		return fail(422, 42205, "Subject %s is in read-only mode", subject)
	}
	return nil
}

// kind is one of the two settings, which a subject has or takes from the global one.
type kind struct {
	path, fallback  string
	write, read     string // the property in a request, and in the answer to a GET or DELETE
	allowed         map[string]bool
	values          map[string]string
	invalid, absent int // error codes
	absentMessage   string
}

func (r *registry) settingRoutes(on router) {
	for _, k := range []kind{
		{"/config", defaultLevel, "compatibility", "compatibilityLevel", levels, r.levels, 42203, 40408,
			"Subject '%s' does not have subject-level compatibility configured"},
		{"/mode", defaultMode, "mode", "mode", modes, r.modes, 42204, 40409,
			"Subject '%s' does not have subject-level mode configured"},
	} {
		get := func(q *http.Request) (any, *failure) {
			subject := q.PathValue("subject") // "" without one, which is the global setting
			_, own := k.values[subject]
			if subject != "" && !own && q.URL.Query().Get("defaultToGlobal") != "true" {
				return nil, fail(404, k.absent, k.absentMessage, subject)
			}
			return map[string]string{k.read: setting(k.values, subject, k.fallback)}, nil
		}
		put := func(q *http.Request) (any, *failure) {
			body, err := read[map[string]any](q)
			value, _ := body[k.write].(string)
			if err != nil || !k.allowed[value] {
				return nil, fail(422, k.invalid, "Invalid %s: %q", k.write, value)
			}
			k.values[q.PathValue("subject")] = value
			return map[string]string{k.write: value}, nil
		}
		remove := func(q *http.Request) (any, *failure) {
			subject := q.PathValue("subject")
			value, own := k.values[subject]
			if !own {
				if subject != "" {
					return nil, subjectNotFound(q)
				}
				value = k.fallback
			}
			delete(k.values, subject)
			return map[string]string{k.read: value}, nil
		}
		for _, path := range []string{k.path, k.path + "/{subject}"} {
			on("GET "+path, get)
			on("PUT "+path, put)
			on("DELETE "+path, remove)
		}
	}
}
