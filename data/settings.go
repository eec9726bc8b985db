package data

import (
	"context"
	"encoding/json"

	"skinward/app/journal"
)

const (
	settingsSQL     = `SELECT settings FROM state WHERE id = 1`
	saveSettingsSQL = `UPDATE state SET settings = ?1 WHERE id = 1`
)

// Settings returns the person's choices, the defaults where none was made.
func (s *Store) Settings(ctx context.Context) (journal.Settings, error) {
	settings := journal.DefaultSettings()
	err := s.view(ctx, func(se *session) error {
		return se.each(ctx, settingsSQL, func(row []any) error {
			stored, ok := row[0].(string)
			if !ok {
				return nil
			}
			if err := json.Unmarshal([]byte(stored), &settings); err != nil {
				return &journal.Error{Code: journal.CodeDamaged, Field: s.path(dbName), Err: err}
			}
			return nil
		})
	})
	if err != nil {
		return journal.DefaultSettings(), err
	}
	return settings, nil
}

// SaveSettings keeps the person's choices; it refuses what Validate refuses.
// The revision stays: no record changed.
func (s *Store) SaveSettings(ctx context.Context, settings journal.Settings) error {
	if err := settings.Validate(); err != nil {
		return err
	}
	stored, err := json.Marshal(settings)
	if err != nil {
		return err
	}
	return s.write(ctx, func(w *writing) error {
		_, err := w.exec(ctx, saveSettingsSQL, string(stored))
		return err
	})
}
