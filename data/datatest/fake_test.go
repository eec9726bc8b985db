package datatest_test

import (
	"testing"
	"time"

	"skinward/app/journal/journaltest"
	"skinward/data/datatest"
)

func TestFake(t *testing.T) {
	datatest.Run(t, func(t *testing.T, now func() time.Time) datatest.Journal {
		f := journaltest.NewFake()
		f.Now = now
		return f
	})
}
