package guide

import (
	"fmt"
	"strings"
)

// PageError tells which line of which file is wrong, and how.
type PageError struct {
	File string
	Line int // 1-based; 0 when the whole file is meant
	Why  string
}

// Error returns "file:line: why".
func (e *PageError) Error() string {
	if e.Line == 0 {
		return e.File + ": " + e.Why
	}
	return fmt.Sprintf("%s:%d: %s", e.File, e.Line, e.Why)
}

// field is one "key: value" of a header.
type field struct {
	key, value string
	line       int
}

// splitHeader parts a file into the fields between its two "---" lines and the
// text after them.
func splitHeader(file, s string) (fields []field, body string, err error) {
	lines := strings.Split(strings.ReplaceAll(strings.TrimPrefix(s, "\ufeff"), "\r\n", "\n"), "\n")
	if strings.TrimSpace(lines[0]) != "---" {
		return nil, "", &PageError{file, 1, "the file must begin with a header between two lines ---"}
	}
	seen := map[string]bool{}
	for i, line := range lines[1:] {
		n := i + 2
		switch trimmed := strings.TrimSpace(line); {
		case trimmed == "---":
			return fields, strings.Join(lines[n:], "\n"), nil
		case trimmed == "" || strings.HasPrefix(trimmed, "#"):
		default:
			key, value, ok := strings.Cut(trimmed, ":")
			key = strings.TrimSpace(key)
			if !ok || key == "" {
				return nil, "", &PageError{file, n, fmt.Sprintf("%q is not \"key: value\"", trimmed)}
			}
			if seen[key] {
				return nil, "", &PageError{file, n, fmt.Sprintf("%q is given twice", key)}
			}
			seen[key] = true
			fields = append(fields, field{key, strings.TrimSpace(value), n})
		}
	}
	return nil, "", &PageError{file, len(lines), "the header is never closed by ---"}
}
