// Copyright 2026 The Fairway Authors
// SPDX-License-Identifier: Apache-2.0

package main

import "net/http"

func permanent(q *http.Request) bool { return q.URL.Query().Get("permanent") == "true" }

// unused refuses to delete what other schemas refer to.
func (r *registry) unused(all []*version) *failure {
	for _, v := range all {
		if ids := r.referencedBy(v); len(ids) > 0 {
			return fail(422, 42206, "One or more references exist to the schema {subject=%s,version=%d}: %v", v.subject, v.number, ids)
		}
	}
	return nil
}

func (r *registry) deleteSubject(q *http.Request) (any, *failure) {
	subject := q.PathValue("subject")
	living, all := r.versions(subject, active), r.versions(subject, which{deleted: true})
	switch {
	case len(all) == 0:
		return nil, subjectNotFound(q)
	case len(living) == 0 && !permanent(q):
		return nil, fail(404, 40404, "Subject '%s' was soft deleted. Set permanent=true to delete permanently", subject)
	case len(living) > 0 && permanent(q):
		return nil, fail(404, 40405, "Subject '%s' was not deleted first before being permanently deleted", subject)
	}
	if failed := r.writable(subject); failed != nil {
		return nil, failed
	}
	if permanent(q) {
		for _, v := range all {
			r.erase(v)
		}
		return numbers(all), nil
	}
	if failed := r.unused(living); failed != nil {
		return nil, failed
	}
	for _, v := range living {
		v.deleted = true
	}
	return numbers(living), nil
}

func (r *registry) deleteVersion(q *http.Request) (any, *failure) {
	v, failed := r.version(q, which{deleted: true})
	if name := q.PathValue("version"); name == "latest" || name == "-1" {
		v, failed = r.version(q, active)
	}
	if failed != nil {
		return nil, failed
	}
	switch {
	case v.deleted && !permanent(q):
		return nil, fail(404, 40406, "Subject '%s' Version %d was soft deleted. Set permanent=true to delete permanently", v.subject, v.number)
	case !v.deleted && permanent(q):
		return nil, fail(404, 40407, "Subject '%s' Version %d was not deleted first before being permanently deleted", v.subject, v.number)
	}
	if failed := r.writable(v.subject); failed != nil {
		return nil, failed
	}
	if permanent(q) {
		r.erase(v)
		return v.number, nil
	}
	if failed := r.unused([]*version{v}); failed != nil {
		return nil, failed
	}
	v.deleted = true
	return v.number, nil
}
