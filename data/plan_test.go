package data_test

import (
	"regexp"
	"strings"
	"testing"

	"skinward/data"
)

// Whole walks are right where everything is wanted: they follow the order of
// an index or of the table itself, and nothing is sorted.
var (
	scan     = regexp.MustCompile(`(?m)^SCAN (\S+)(.*)$`)
	sorts    = regexp.MustCompile(`USE TEMP B-TREE FOR (GROUP BY|ORDER BY)`)
	readsAll = regexp.MustCompile(`WHERE r\.deleted IS NULL ORDER BY r\.id$|ORDER BY l\.owner, l\.place$`)
)

func TestEveryStatementUsesAnIndex(t *testing.T) {
	s := reader(t)
	statements := data.Statements()
	if len(statements) < 200 {
		t.Fatalf("only %d statements", len(statements))
	}
	for _, query := range statements {
		plan, err := s.Plan(t.Context(), query)
		if err != nil {
			t.Errorf("%v\n%s", err, query)
			continue
		}
		for _, m := range scan.FindAllStringSubmatch(plan, -1) {
			switch {
			case readsAll.MatchString(query):
			case strings.Contains(m[2], "USING COVERING INDEX"), strings.Contains(m[2], "VIRTUAL TABLE INDEX"), m[1] == "CONSTANT":
			case strings.HasSuffix(m[1], "-ROW"): // the values of the statement itself
			case m[1] == "s" && strings.Contains(query, "FROM search AS s"): // emoji are in no index
			case m[1] == "f": // names of foods, each of which is wanted
			default:
				t.Errorf("scans %s\n%s\n%s", m[1], query, plan)
			}
		}
		if sorts.MatchString(plan) && !strings.Contains(query, "search") && !strings.Contains(query, "food_name AS f\n") {
			t.Errorf("sorts\n%s\n%s", query, plan)
		}
	}
}
