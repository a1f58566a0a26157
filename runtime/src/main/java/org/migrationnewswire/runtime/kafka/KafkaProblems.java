// SPDX-License-Identifier: Apache-2.0
package org.migrationnewswire.runtime.kafka;

import org.apache.kafka.common.KafkaException;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.migrationnewswire.runtime.http.Problem;
import org.migrationnewswire.runtime.http.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A request that Kafka did not serve is one to make again, not a defect. */
final class KafkaProblems {
    private static final Logger LOG = LoggerFactory.getLogger(KafkaProblems.class);
    private static final int RETRY_AFTER_S = 5;

    @ServerExceptionMapper
    RestResponse<Problem> unavailable(KafkaException e) {
        LOG.warn("A request failed by Kafka reason={}", e.toString());
        Problem problem = ProblemException.unavailable("Kafka did not answer: ask again in a moment.")
                .problem();
        return ResponseBuilder.create(RestResponse.Status.SERVICE_UNAVAILABLE, problem)
                .header("Content-Type", Problem.MEDIA_TYPE)
                .header("Retry-After", RETRY_AFTER_S)
                .build();
    }
}
