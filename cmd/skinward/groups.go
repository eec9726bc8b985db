package main

import "skinward/app/journal"

// foodGroups returns the tags by which foods are looked at together: what the
// person says about a food.
func foodGroups(log journal.Log) (groups func(food string) []string, label func(tag string) string) {
	return nil, nil
}
