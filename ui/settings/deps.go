// Package settings is the screen of the person's choices, and of everything
// that is done with the journal as a whole: backup, restore, export, import.
// Each choice holds at once and is saved at once.
package settings

import (
	"context"

	"skinward/app/journal"
	"skinward/ui/kit"
)

// Store keeps the choices.
type Store interface {
	Settings(ctx context.Context) (journal.Settings, error)
	SaveSettings(ctx context.Context, settings journal.Settings) error
}

// Files does what concerns the whole journal. Every method may take long, so
// it is called off the drawing thread; progress may be called at any moment.
type Files interface {
	// Folder names the folder of the journal that is open.
	Folder() string
	// Backup writes database and photos into one file.
	Backup(ctx context.Context, file string, progress Progress) error
	// Restore unpacks a backup into folder and says what was restored. The
	// journal that is open is never touched.
	Restore(ctx context.Context, file, folder string, progress Progress) (said []string, err error)
	// Export writes all records, as CSV or JSON by the file's extension, and
	// says how many there are and what the format leaves out.
	Export(ctx context.Context, file string) (said []string, err error)
	// Import adds the rows of a CSV or JSON file, all or none.
	Import(ctx context.Context, file string, progress Progress) (Imported, error)
}

// Progress is told how much of how much is done.
type Progress func(done, total int64)

// Imported is what an import did.
type Imported struct {
	Changes []journal.Change // for undo
	Said    []string         // the result in words
}

// Deps are what the screen works with.
type Deps struct {
	Store   Store
	Files   Files
	Run     kit.Runner
	Dialogs kit.Dialogs
	// Applied hears settings that were saved, so that the window follows.
	Applied func(journal.Settings)
	// Done hears what an import added.
	Done func(...journal.Change)
	// Language is the system's language of dates, used where none is chosen.
	Language string
	// Today names today, for the names of files.
	Today func() journal.Day
}
