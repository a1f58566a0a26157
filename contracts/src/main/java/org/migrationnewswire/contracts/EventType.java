// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.contracts;

/** Why a record of items or tagged items was written: the CloudEvents {@code type} in its headers. */
public enum EventType {
    PUBLISHED("newswire.item.published"),
    UPDATED("newswire.item.updated"),
    RETAGGED("newswire.item.retagged"),
    WITHDRAWN("newswire.item.withdrawn");

    private final String wireName;

    EventType(String wireName) {
        this.wireName = wireName;
    }

    /** The value of {@code ce_type}. */
    public String wireName() {
        return wireName;
    }

    /** The type that ingest gives an item: withdrawn, published at its first revision, else updated. */
    public static EventType of(Item item) {
        if (item.withdrawnAt() != null) {
            return WITHDRAWN;
        }
        return item.revision() == 1 ? PUBLISHED : UPDATED;
    }

    /**
     * The type of that name.
     *
     * @throws UnreadableValueException when there is none
     */
    public static EventType ofWireName(String name) {
        for (EventType type : values()) {
            if (type.wireName.equals(name)) {
                return type;
            }
        }
        throw new UnreadableValueException("ce_type is '" + name + "', which is no type of event", null);
    }
}
