package guide

import (
	"fmt"
	"strconv"
	"strings"
)

// Source is one publication that a page rests on.
type Source struct {
	ID      string // "R12"
	Authors string
	Title   string
	Journal string
	Year    int
	DOI     string // without the resolver's address; "" if the work has none
	Other   string // PMID or guideline number when there is no DOI
	Seen    string // what of it was read for the review: "abstract" or "record"
}

// Reference returns the source as one line of a reference list.
func (s Source) Reference() string {
	end := "doi:" + s.DOI
	if s.DOI == "" {
		end = s.Other
	}
	title := strings.TrimSuffix(s.Title, ".")
	if !strings.HasSuffix(title, "?") {
		title += "."
	}
	return fmt.Sprintf("%s. %s %s, %d. %s", strings.TrimSuffix(s.Authors, "."), title, s.Journal, s.Year, end)
}

// ParseSources reads sources.md: one level-two heading per source, which is
// its id, and under it the lines authors, title, journal, year, doi (or
// other) and seen, each "key: value".
func ParseSources(file, text string) ([]Source, error) {
	var out []Source
	starts := map[string]int{}
	for i, line := range strings.Split(strings.ReplaceAll(text, "\r\n", "\n"), "\n") {
		n, trimmed := i+1, strings.TrimSpace(line)
		if id, ok := strings.CutPrefix(trimmed, "## "); ok {
			id = strings.TrimSpace(id)
			if !isSourceID(id) {
				return nil, &PageError{file, n, fmt.Sprintf("%q is not a source id such as R12", id)}
			}
			if starts[id] > 0 {
				return nil, &PageError{file, n, id + " is listed twice"}
			}
			starts[id] = n
			out = append(out, Source{ID: id})
			continue
		}
		if trimmed == "" || len(out) == 0 { // the introduction is for reviewers
			continue
		}
		if err := out[len(out)-1].set(trimmed); err != nil {
			return nil, &PageError{file, n, err.Error()}
		}
	}
	for _, s := range out {
		if s.Authors == "" || s.Title == "" || s.Journal == "" || s.Year == 0 || s.Seen == "" || (s.DOI == "" && s.Other == "") {
			return nil, &PageError{file, starts[s.ID], s.ID + " lacks authors, title, journal, year, doi or seen"}
		}
	}
	return out, nil
}

func (s *Source) set(line string) error {
	key, value, _ := strings.Cut(line, ":")
	value = strings.TrimSpace(value)
	switch strings.TrimSpace(key) {
	case "authors":
		s.Authors = value
	case "title":
		s.Title = value
	case "journal":
		s.Journal = value
	case "doi":
		if !strings.HasPrefix(value, "10.") || !strings.Contains(value, "/") {
			return fmt.Errorf("%q is not a DOI", value)
		}
		s.DOI = value
	case "other":
		s.Other = value
	case "seen":
		if value != "abstract" && value != "record" {
			return fmt.Errorf("%q is not \"abstract\" or \"record\"", value)
		}
		s.Seen = value
	case "year":
		y, err := strconv.Atoi(value)
		if err != nil || y < 1900 || y > 2200 {
			return fmt.Errorf("%q is not a year", value)
		}
		s.Year = y
	default:
		return fmt.Errorf("unknown line %q (want authors, title, journal, year, doi, other or seen)", line)
	}
	return nil
}
