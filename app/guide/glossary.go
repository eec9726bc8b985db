package guide

import (
	"fmt"
	"strings"
)

// Term is one entry of the glossary.
type Term struct {
	ID         string // used in pages as [words](#id)
	Name       string
	Definition string
}

// ParseGlossary reads glossary.md: one level-two heading per entry, "Name
// {#id}", and its definition as the text under it.
func ParseGlossary(file, text string) ([]Term, error) {
	var out []Term
	seen := map[string]bool{}
	for i, line := range strings.Split(strings.ReplaceAll(text, "\r\n", "\n"), "\n") {
		n, trimmed := i+1, strings.TrimSpace(line)
		if head, ok := strings.CutPrefix(trimmed, "## "); ok {
			name, rest, ok := strings.Cut(head, "{#")
			id := strings.TrimSuffix(strings.TrimSpace(rest), "}")
			name = strings.TrimSpace(name)
			if !ok || id == "" || name == "" || strings.ContainsAny(id, " {}#()[]") {
				return nil, &PageError{file, n, fmt.Sprintf("%q is not \"Name {#id}\"", head)}
			}
			if seen[id] {
				return nil, &PageError{file, n, id + " is defined twice"}
			}
			seen[id] = true
			out = append(out, Term{ID: id, Name: name})
			continue
		}
		if trimmed == "" || len(out) == 0 {
			continue
		}
		t := &out[len(out)-1]
		t.Definition = strings.TrimSpace(t.Definition + " " + trimmed)
	}
	for _, t := range out {
		if t.Definition == "" {
			return nil, &PageError{file, 0, t.ID + " has no definition"}
		}
	}
	return out, nil
}
