package data

import (
	"context"
	"slices"

	"skinward/app/journal"
)

const severitySQL = `SELECT r.day, AVG(r.severity) FROM skin_check AS r
	WHERE r.deleted IS NULL AND r.day BETWEEN ?1 AND ?2 AND r.severity IS NOT NULL GROUP BY r.day`

// Days returns a digest of every day from … to that has entries, in order. A
// zero day leaves that end open.
func (s *Store) Days(ctx context.Context, from, to journal.Day) ([]journal.DayDigest, error) {
	first, last := bounds(from, to)
	digests := map[int64]*journal.DayDigest{}
	err := s.view(ctx, func(se *session) error {
		for _, t := range tables {
			if t.defines {
				continue
			}
			err := se.each(ctx, t.sql.count, func(row []any) error {
				day, _ := row[0].(int64)
				n, _ := row[1].(int64)
				d := digests[day]
				if d == nil {
					d = &journal.DayDigest{Day: journal.DayNumbered(int(day))}
					digests[day] = d
				}
				d.Entries += int(n)
				if t.kind == journal.KindPhoto {
					d.Photos = int(n)
				}
				return nil
			}, first, last)
			if err != nil {
				return err
			}
		}
		return se.each(ctx, severitySQL, func(row []any) error {
			day, _ := row[0].(int64)
			if mean, ok := row[1].(float64); ok && digests[day] != nil {
				digests[day].Severity = journal.Some(mean)
			}
			return nil
		}, first, last)
	})
	if err != nil {
		return nil, err
	}
	out := make([]journal.DayDigest, 0, len(digests))
	for _, d := range digests {
		out = append(out, *d)
	}
	slices.SortFunc(out, func(a, b journal.DayDigest) int { return a.Day.Compare(b.Day) })
	return out, nil
}

const foodUseSQL = `SELECT f.name, m.slot, COUNT(DISTINCT m.id), MAX(m.day)
	FROM food_name AS f
	JOIN meal_item AS i ON i.food = f.id AND i.absent = 0
	JOIN meal AS m ON m.id = i.owner
	WHERE m.deleted IS NULL
	GROUP BY f.name, m.slot ORDER BY f.name`

// FoodUse tells of every food that was eaten how often, when last and at which
// meals, the most eaten first.
func (s *Store) FoodUse(ctx context.Context) ([]journal.FoodUse, error) {
	var out []journal.FoodUse
	err := s.view(ctx, func(se *session) error {
		return se.each(ctx, foodUseSQL, func(row []any) error {
			name, _ := row[0].(string)
			slot, _ := row[1].(string)
			times, _ := row[2].(int64)
			day, _ := row[3].(int64)
			if n := len(out); n == 0 || out[n-1].Name != name {
				out = append(out, journal.FoodUse{Name: name, BySlot: map[journal.Slot]int{}})
			}
			u := &out[len(out)-1]
			u.Times += int(times)
			u.BySlot[journal.Slot(slot)] = int(times)
			if last := journal.DayNumbered(int(day)); u.Last.IsZero() || last.After(u.Last) {
				u.Last = last
			}
			return nil
		})
	})
	slices.SortStableFunc(out, func(a, b journal.FoodUse) int { return b.Times - a.Times })
	return out, err
}
